import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { createLead } from '@/lib/leads/create-lead'
import { editCompanySettings } from '@/lib/settings/edit-company-settings'
import { scoringSettings } from '@/lib/settings/queries'
import { saveScoringPolicy } from '@/lib/settings/save-scoring-policy'
import { tryScoringPolicy } from '@/lib/trials/try-scoring-policy'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { recountAll } from '@/lib/touchpoints/recount-batch'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
const at = (hours: number) => new Date(Date.parse('2026-11-02T09:00:00Z') + hours * 3_600_000)

beforeAll(async () => {
  cast = await castOf()
  for (const touches of [2, 3, 4, 6]) {
    const { id } = await createLead(cast.mia, { firstName: `With ${touches}` }, { now: at(0) })
    for (let n = 1; n <= touches; n++) await logTouch(cast.mia, { leadId: id, channel: 'email' }, { now: at(n) })
  }
})

const stagesNow = async () =>
  Object.fromEntries(
    (await db.leadState.groupBy({ by: ['stage'], _count: true })).map(({ stage, _count }) => [stage, _count]),
  )

test('trying a policy says exactly what saving it does, and changes nothing', async () => {
  const before = await stagesNow()
  const stricter = { warmAt: 4, hotAt: 7 }
  const trial = await tryScoringPolicy(cast.max, stricter)
  expect(trial.stages).toEqual([
    { stage: 'COLD', now: 1, then: 2 },
    { stage: 'WARM', now: 2, then: 2 },
    { stage: 'HOT', now: 1, then: 0 },
  ])
  expect(trial).toMatchObject({ leads: 4, rising: 0, falling: 2, offers: 0, withdrawals: 1 })
  expect(await stagesNow()).toEqual(before)

  await saveScoringPolicy(cast.max, stricter)
  expect(await scoringSettings(cast.max)).toMatchObject({
    version: 2,
    savedBy: { name: 'Max' },
    progress: { counted: 0, total: 4, done: false },
  })
  await recountAll()
  expect(await stagesNow()).toEqual({ COLD: 2, WARM: 2 })
  expect(await db.handoff.count({ where: { status: 'WITHDRAWN' } })).toBe(1)
  expect((await scoringSettings(cast.max)).progress).toEqual({ counted: 4, total: 4, done: true })
})

test('what becomes warm by a policy is offered only if the manager ticks it', async () => {
  const looser = { warmAt: 3, hotAt: 7 }
  expect(await tryScoringPolicy(cast.max, looser)).toMatchObject({ rising: 1, falling: 0, offers: 1, withdrawals: 0 })
  await saveScoringPolicy(cast.max, looser)
  await recountAll()
  expect(await db.handoff.count({ where: { status: 'WAITING' } })).toBe(2)

  await saveScoringPolicy(cast.max, { warmAt: 4, hotAt: 7 })
  await recountAll()
  await saveScoringPolicy(cast.max, { ...looser, offersRisen: true })
  await recountAll()
  expect(await db.handoff.count({ where: { status: 'WAITING' } })).toBe(3)
})

test('a policy that was read can be put back as it is', async () => {
  const read = JSON.parse(JSON.stringify(await scoringSettings(cast.max))) as Record<string, unknown>
  const saved = await saveScoringPolicy(cast.max, read)
  expect(saved).toMatchObject({
    warmAt: read.warmAt,
    hotAt: read.hotAt,
    closeBy: read.closeBy,
    channels: read.channels,
  })
  expect(saved.version).toBe(Number(read.version) + 1)
})

test('an impossible policy is refused at its field, and everybody but managers', async () => {
  const refused = (field: string) => ({ code: 'INVALID', fields: { [field]: expect.any(String) as string } })
  await expect(saveScoringPolicy(cast.max, { warmAt: 5, hotAt: 5 })).rejects.toMatchObject(refused('hotAt'))
  await expect(tryScoringPolicy(cast.max, { warmAt: 2 })).rejects.toMatchObject(refused('warmAt'))
  await expect(saveScoringPolicy(cast.max, { channels: { fax: {} } })).rejects.toMatchObject({ code: 'INVALID' })
  await expect(saveScoringPolicy(cast.max, { warm: 4 })).rejects.toMatchObject({ code: 'INVALID' })
  await expect(saveScoringPolicy(cast.mia, {})).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(tryScoringPolicy(cast.sam, {})).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('the versions before a move to another zone keep the zone that they counted days in', async () => {
  await editCompanySettings(cast.max, { companyName: 'Norrland', timeZone: 'Europe/Stockholm', currency: 'SEK' })
  const versions = await db.scoringPolicy.findMany({ orderBy: { version: 'asc' }, select: { timeZone: true } })
  expect(versions.map(({ timeZone }) => timeZone)).toEqual([...versions.slice(1).map(() => 'UTC'), null])
})
