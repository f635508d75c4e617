import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { answerRepair } from '@/lib/handoffs/answer-repair'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { takeNextHandoff } from '@/lib/handoffs/take-next-handoff'
import { withdrawHandoff } from '@/lib/handoffs/withdraw-handoff'
import { assignLead } from '@/lib/leads/assign-lead'
import { createLead } from '@/lib/leads/create-lead'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

const none = { maxHeldLeads: null, maxTakenPerDay: null, coolDownDays: null }
const limit = (limits: Partial<Record<keyof typeof none, number>>) =>
  db.settings.update({ where: { id: 1 }, data: { ...none, ...limits } })

/** Nobody waits and nobody has anything when a story begins. */
beforeEach(async () => {
  const waiting = await db.handoff.findMany({ where: { status: 'WAITING' } })
  for (const { id } of waiting) await withdrawHandoff(cast.mia, { handoffId: id })
  await db.leadState.updateMany({ data: { desk: 'MARKETING', repId: null } })
  await limit({})
})

let made = 0
async function offered(): Promise<string> {
  const { id: leadId } = await createLead(cast.mia, { externalId: `limit ${++made}` })
  return (await offerLead(cast.mia, { leadId })).id
}

const offeredOnes = async (count: number) => {
  const ids: string[] = []
  while (ids.length < count) ids.push(await offered())
  return ids
}

const leadIdOf = async (id: string) => (await db.handoff.findUniqueOrThrow({ where: { id } })).leadId
const heldBy = (repId: string) => db.leadState.count({ where: { repId, desk: 'SALES', outcome: 'OPEN' } })

/** How many of some tries got a lead; all others were told that it is too many. */
async function gotOf(tries: Promise<unknown>[]): Promise<number> {
  const settled = await Promise.allSettled(tries)
  const refusals = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
  for (const refusal of refusals)
    expect(refusal).toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('as many as one may') as string,
    })
  return settled.length - refusals.length
}

test('of 30 tries at once on the last place one wins, by whichever door', async () => {
  await limit({ maxHeldLeads: 5 })
  const ids = await offeredOnes(34)
  for (const handoffId of ids.slice(0, 4)) await acceptHandoff(cast.sam, { handoffId })
  const tries = ids
    .slice(4)
    .map((handoffId, nth) => (nth % 2 ? acceptHandoff(cast.sam, { handoffId }) : takeNextHandoff(cast.sam, {})))
  expect(await gotOf(tries)).toBe(1)
  expect(await heldBy(cast.sam.id)).toBe(5)
  // A manager is not held back, and gives to whom they like.
  await assignLead(cast.max, { leadId: await leadIdOf(await offered()), rep: cast.sam.id })
  expect(await heldBy(cast.sam.id)).toBe(6)
  for (let n = 0; n < 6; n++) await takeNextHandoff(cast.max, {})
  expect(await heldBy(cast.max.id)).toBe(6)
})

test('so many are taken a day, and tomorrow as many again', async () => {
  await limit({ maxTakenPerDay: 3 })
  await offeredOnes(34)
  expect(await gotOf(Array.from({ length: 30 }, () => takeNextHandoff(cast.sara, {})))).toBe(3)
  const tomorrow = new Date(Date.now() + 24 * 3_600_000)
  expect(await takeNextHandoff(cast.sara, {}, { now: tomorrow })).toMatchObject({ rep: { id: cast.sara.id } })
})

test('who sent a lead back does not get it again at once: others go first', async () => {
  await limit({ coolDownDays: 7 })
  const first = await offered()
  await acceptHandoff(cast.sam, { handoffId: first })
  await returnHandoff(cast.sam, { handoffId: first, kind: 'repair', reason: 'bad_data' })
  const again = (await answerRepair(cast.mia, { handoffId: first, answer: 'fixed', note: 'New number' })).id
  const other = await offered()
  await expect(acceptHandoff(cast.sam, { handoffId: again })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await takeNextHandoff(cast.sam, {})).toMatchObject({ id: other })
  expect(await takeNextHandoff(cast.sam, {})).toBeNull()
  const inAWeek = new Date(Date.now() + 8 * 24 * 3_600_000)
  expect(await takeNextHandoff(cast.sam, {}, { now: inAWeek })).toMatchObject({ id: again })
})
