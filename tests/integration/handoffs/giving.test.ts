import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { answerRepair } from '@/lib/handoffs/answer-repair'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { offerLeads } from '@/lib/handoffs/offer-leads'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { takeNextHandoff } from '@/lib/handoffs/take-next-handoff'
import { withdrawOffers } from '@/lib/handoffs/withdraw-offers'
import { createLead } from '@/lib/leads/create-lead'
import { listSales } from '@/lib/leads/sales-list'
import { changeRole } from '@/lib/people/change-role'
import { apiOf, type Client } from '@/tests/integration/api/client'
import type { Cast } from '@/tests/integration/cast'

let cast: Cast
let api: Record<keyof Cast, Client>
let made = 0

beforeAll(async () => {
  ;({ cast, api } = await apiOf())
})

type Given = 'open' | 'round_robin' | 'least_loaded'
const give = (giveOut: Given, limits: { maxHeldLeads?: number; coolDownDays?: number } = {}) =>
  db.settings.update({
    where: { id: 1 },
    data: { giveOut, maxHeldLeads: null, maxTakenPerDay: null, coolDownDays: null, ...limits },
  })

/** Nobody waits, nobody has anything, and the turn is Sam's. */
beforeEach(async () => {
  await db.$transaction((tx) => withdrawOffers(tx, {}, { why: 'by_hand', byId: cast.max.id, now: new Date() }), {
    timeout: 30_000,
  })
  await db.leadState.updateMany({ data: { desk: 'MARKETING', repId: null } })
  await db.givingTurn.update({ where: { id: 1 }, data: { lastId: null } })
  await give('round_robin')
})

const newLead = async () => (await createLead(cast.mia, { externalId: `given ${++made}` })).id
const offered = async () => offerLead(cast.mia, { leadId: await newLead() })

async function many(count: number): Promise<string[]> {
  const policyVersion = (await db.scoringPolicy.findFirstOrThrow()).version
  const data = Array.from({ length: count }, () => ({ externalId: `many ${++made}` }))
  const leads = await db.lead.createManyAndReturn({ data, select: { id: true } })
  await db.leadState.createMany({ data: leads.map(({ id }) => ({ leadId: id, policyVersion })) })
  return leads.map(({ id }) => id)
}

const offerAll = (leadIds: string[]) =>
  db.$transaction((tx) => offerLeads(tx, leadIds, { origin: 'automatic', offeredById: null, now: new Date() }), {
    timeout: 60_000,
  })

const waitingFor = (givenToId: string | null) => db.handoff.count({ where: { status: 'WAITING', givenToId } })

test('each rep in turn has the offer alone, others are told who, until its promise has passed', async () => {
  const [first, second, third] = [await offered(), await offered(), await offered()]
  expect([first, second, third].map(({ givenTo }) => givenTo?.name)).toEqual(['Sam', 'Sara', 'Sam'])
  const told = /^This lead is given to Sam, until .*\. Then it is open to all\.$/
  const { status, data } = await api.sara('POST', `/handoffs/${first.id}/accept`)
  expect([status, data.detail]).toEqual([409, expect.stringMatching(told)])
  await expect(
    returnHandoff(cast.sara, { handoffId: first.id, kind: 'repair', reason: 'bad_data' }),
  ).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringMatching(told) as string })
  // The most urgent one waits for Sam: Sara gets her own, then nothing.
  expect(await takeNextHandoff(cast.sara, {})).toMatchObject({ id: second.id, givenTo: { name: 'Sara' } })
  expect(await takeNextHandoff(cast.sara, {})).toBeNull()
  expect((await api.sam('POST', `/handoffs/${first.id}/accept`)).data).toMatchObject({ rep: { name: 'Sam' } })
  const afterwards = new Date(third.dueAt.getTime() + 1)
  expect(await acceptHandoff(cast.sara, { handoffId: third.id }, { now: afterwards })).toMatchObject({
    status: 'ACCEPTED',
    rep: { name: 'Sara' },
    givenTo: { name: 'Sam' },
    reserved: false,
  })
  const line = await db.activity.findFirstOrThrow({ where: { handoffId: third.id, type: 'lead_offered' } })
  expect(line.data).toMatchObject({ givenTo: 'Sam' })
})

test('a manager takes what waits for somebody, but is not given it by take next', async () => {
  const { id } = await offered()
  expect(await takeNextHandoff(cast.max, {})).toBeNull()
  expect(await acceptHandoff(cast.max, { handoffId: id })).toMatchObject({ rep: { name: 'Max' } })
})

test('the queue of a rep begins with what waits for them', async () => {
  await offered()
  const own = await offered()
  const rows = async (rep: 'sam' | 'sara') =>
    (await listSales(cast[rep], { view: 'waiting', focus: 'all', now: new Date() })).rows.map(
      ({ givenTo }) => givenTo?.name,
    )
  expect(own.givenTo?.name).toBe('Sara')
  expect(await rows('sara')).toEqual(['Sara', 'Sam'])
  expect(await rows('sam')).toEqual(['Sam', 'Sara'])
})

test('a thousand offers of four transactions at once: each rep has half, by turns and by load', async () => {
  for (const rule of ['round_robin', 'least_loaded'] as const) {
    await give(rule)
    const chunks = await Promise.all(Array.from({ length: 4 }, () => many(251)))
    await Promise.all(chunks.map(offerAll))
    expect([await waitingFor(cast.sam.id), await waitingFor(cast.sara.id)]).toEqual(
      rule === 'round_robin' ? [502, 502] : [1004, 1004],
    )
  }
})

test('by load, what a rep has counts; who has as many as one may or sent it back is passed over; else it is open', async () => {
  await give('least_loaded', { maxHeldLeads: 3, coolDownDays: 7 })
  await createLead(cast.sam, { externalId: 'of Sam' })
  await createLead(cast.sam, { externalId: 'of Sam too' })
  expect((await offered()).givenTo?.name).toBe('Sara')
  expect((await offered()).givenTo?.name).toBe('Sara')
  const back = await offered()
  expect(back.givenTo?.name).toBe('Sam')
  // Both have three with what waits for them.
  expect((await offered()).givenTo?.name).toBe('Sara')
  expect(await offered()).toMatchObject({ givenTo: null, reserved: false })
  await returnHandoff(cast.sam, { handoffId: back.id, kind: 'repair', reason: 'bad_data' })
  expect(await answerRepair(cast.mia, { handoffId: back.id, answer: 'fixed' })).toMatchObject({ givenTo: null })
})

test('a repaired lead goes back to who sent it; what waits for who is no rep any more is open to all', async () => {
  const { id } = await offered()
  await acceptHandoff(cast.sam, { handoffId: id })
  await returnHandoff(cast.sam, { handoffId: id, kind: 'repair', reason: 'wrong_person' })
  const again = await answerRepair(cast.mia, { handoffId: id, answer: 'fixed' })
  expect(again.givenTo?.name).toBe('Sam')
  await changeRole(cast.ada, { personId: cast.sam.id, role: 'manager' })
  expect(await takeNextHandoff(cast.sara, {})).toMatchObject({ id: again.id, givenTo: null })
  const lines = await db.activity.findMany({ where: { handoffId: again.id, type: 'handoff_passed_on' } })
  expect(lines).toMatchObject([{ data: { why: 'gone', from: 'Sam' } }])
  await changeRole(cast.ada, { personId: cast.sam.id, role: 'rep' })
})

test('of 30 tries at once on the last place one wins, also where leads are given; a gift of the manager is never too much', async () => {
  await give('round_robin', { maxHeldLeads: 20 })
  await offerAll(await many(60))
  const [own] = [await db.handoff.findMany({ where: { status: 'WAITING', givenToId: cast.sam.id } })]
  expect(own).toHaveLength(20)
  await give('round_robin', { maxHeldLeads: 1 })
  const tries = Array.from({ length: 30 }, (_, n) =>
    n % 2 ? takeNextHandoff(cast.sam, {}) : acceptHandoff(cast.sam, { handoffId: own[n % own.length]?.id ?? '' }),
  )
  await Promise.allSettled(tries)
  const held = () => db.leadState.count({ where: { repId: cast.sam.id, desk: 'SALES' } })
  expect(await held()).toBe(1)
  const more = own
    .slice(0, 8)
    .map(({ leadId }) => api.max('POST', `/leads/${leadId}/assign`, { body: { rep: cast.sam.id } }))
  await Promise.all([
    ...more,
    ...own.slice(8).map(({ id }) => acceptHandoff(cast.sam, { handoffId: id }).catch(() => null)),
  ])
  expect(await held()).toBeLessThanOrEqual(9)
  expect(await held()).toBeGreaterThanOrEqual(8)
}, 60_000)
