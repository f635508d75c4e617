import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { countLeads } from '@/lib/leads/list-leads'
import { openBooks } from '@/lib/reports/books'
import { funnelPlaces } from '@/lib/reports/cohort/funnel-step'
import { funnelReport, touchesToWinReport } from '@/lib/reports/queries'
import { type Cast, castOf } from '@/tests/integration/cast'
import { everyFigure } from '@/tests/integration/reports/every-figure'
import { figuresFromRows } from '@/tests/integration/reports/independent-figures'
import { funnelFromRows } from '@/tests/integration/reports/independent-funnel'
import { leadsFromRows } from '@/tests/integration/reports/independent-teams'
import { anyStep, letTimePass, play } from '@/tests/integration/reports/random-history'
import { sameHandoffs } from '@/tests/integration/reports/same-handoffs'
import { runs } from '@/tests/integration/runs'

let cast: Cast
const hour = 3_600_000
let clock = new Date('2026-01-01T00:00:00Z').getTime()

beforeAll(async () => {
  cast = await castOf()
  await db.settings.update({ where: { id: 1 }, data: { timeZone: 'America/New_York' } })
})

test('after any history the reports are true, open exactly their leads, and the past stays as it was read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 120, maxLength: 160 }), async (steps) => {
      const begin = (clock += hour)
      const leadIds: string[] = []
      const create = { do: 'create', nth: 1 }
      for (let n = 0; n < 3; n++) await play(cast, leadIds, create, new Date(begin))
      const readings: { asOf: string; funnel: unknown; touches: unknown; every: unknown }[] = []
      const from = new Date(begin).toISOString()
      for (const [index, step] of steps.entries()) {
        const now = new Date((clock += 5 * hour))
        await play(cast, leadIds, step, now)
        if (index % 20 !== 19) continue
        await letTimePass(now)
        const { steps: funnel, asOf } = await funnelReport(cast.max, { from }, now)
        const { histogram } = await touchesToWinReport(cast.max, { from }, now)
        const every = await everyFigure(await openBooks(cast.max, { from }, now))
        readings.push({ asOf: asOf.toISOString(), funnel, touches: histogram, every })
      }

      const now = new Date(clock)
      const to = new Date(begin + 400 * hour).toISOString()
      await letTimePass(now)
      const report = await funnelReport(cast.max, { from, to }, now)
      const independent = await funnelFromRows(new Date(from), new Date(to), now)
      expect(report.steps.map(({ rate, ...numbers }) => (expect(rate ?? 0).toBeLessThanOrEqual(1), numbers))).toEqual(
        independent.steps,
      )

      const { histogram } = await touchesToWinReport(cast.max, { from, to }, now)
      for (const { touches, won, lost, open } of histogram) {
        const alike = independent.touches.filter((lead) => lead.touches === touches).map(({ outcome }) => outcome)
        expect([won, lost, open]).toEqual(
          ['WON', 'LOST', 'OPEN'].map((outcome) => alike.filter((one) => one === outcome).length),
        )
        const opened = await countLeads(cast.max, { createdFrom: from, createdTo: to, touchesAtClose: touches })
        expect(opened.count).toBe(won + lost + open)
      }
      for (const step of report.steps)
        for (const place of funnelPlaces) {
          const opened = await countLeads(cast.max, { createdFrom: from, createdTo: to, step: step.step, at: place })
          expect({ step: step.step, place, count: opened.count }).toEqual({
            step: step.step,
            place,
            count: step[place],
          })
        }

      const every = await everyFigure(await openBooks(cast.max, { from }, now))
      const again = await figuresFromRows(new Date(from), now, 'America/New_York')
      expect(every.sources).toHaveLength(again.sources.length)
      for (const source of again.sources)
        expect(every.sources.find((one) => one.source === source.source)).toMatchObject(source)
      expect(every.spells).toEqual(again.spells)
      expect(every.handoffs.figures).toMatchObject(again.handoffs)
      expect(every.reps.toSorted((a, b) => a.id.localeCompare(b.id))).toMatchObject(again.reps)
      expect(every.trend).toEqual(again.trend)
      await sameHandoffs(every, await leadsFromRows(now), new Date(from), now)

      for (const { asOf, funnel, touches, every: before } of readings) {
        expect({ asOf, steps: (await funnelReport(cast.max, { from, asOf }, now)).steps }).toEqual({
          asOf,
          steps: funnel,
        })
        expect((await touchesToWinReport(cast.max, { from, asOf }, now)).histogram).toEqual(touches)
        expect(await everyFigure(await openBooks(cast.max, { from, asOf }, now))).toEqual(before)
      }
    }),
    { numRuns: runs(2), endOnFailure: true },
  )
}, 600_000)
