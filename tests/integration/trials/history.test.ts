import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { defaultPolicy, type ScoringPolicy } from '@/lib/scoring/policy'
import { currentPolicy } from '@/lib/settings/queries'
import { openTrial } from '@/lib/trials/find-trial'
import { readTrial } from '@/lib/trials/read-trial'
import { castOf } from '@/tests/integration/cast'
import { anyStep, play } from '@/tests/integration/reports/random-history'
import { runs } from '@/tests/integration/runs'
import { trialFromRows } from '@/tests/integration/trials/independent-trial'

const hour = 3_600_000
const channels = defaultPolicy.channels
const candidates: ScoringPolicy[] = [
  { ...defaultPolicy, warmAt: 5, hotAt: 8 },
  { ...defaultPolicy, windowDays: 2 },
  { ...defaultPolicy, channels: { ...channels, email: { counts: 'never', dailyCap: null } } },
  {
    ...defaultPolicy,
    windowDays: 5,
    channels: { ...channels, demo: { counts: 'always', dailyCap: 1 }, webinar: { counts: 'engaged', dailyCap: null } },
  },
]

test('after any history a trial counts what each policy would have offered, to the last lead', async () => {
  const cast = await castOf()
  await db.settings.update({ where: { id: 1 }, data: { timeZone: 'America/New_York' } })
  let clock = Date.parse('2026-01-01T00:00:00Z')
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 120, maxLength: 150 }), async (steps) => {
      const from = new Date((clock += hour))
      const leadIds: string[] = []
      for (let n = 1; n < 4; n++) await play(cast, leadIds, { do: 'create', nth: n }, from)
      for (const step of steps) await play(cast, leadIds, step, new Date((clock += 5 * hour)))
      const now = new Date((clock += hour))
      const to = new Date(clock - 200 * hour)
      const period = { from: from.toISOString(), to: to.toISOString() }
      const present = await currentPolicy()
      for (const policy of candidates) {
        const read = await readTrial(await openTrial(cast.max, { policy, period, at: now }, now))
        const independent = await trialFromRows(present, policy, from, to)
        expect(read.figures).toEqual(independent.figures)
        expect(read.wins).toMatchObject(independent.wins)
        const weeks = read.weeks.map(({ monday, ...counts }) => [
          monday,
          Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
        ])
        expect(weeks).toEqual([...independent.byWeek].toSorted())
      }
    }),
    { numRuns: runs(1), endOnFailure: true },
  )
}, 240_000)
