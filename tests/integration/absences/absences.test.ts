import { beforeAll, beforeEach, expect, test } from 'vitest'
import { beginAbsences } from '@/lib/absences/begin-absences'
import { withStandIns } from '@/lib/absences/standing-in'
import { addDays, todayIn } from '@/lib/calendar-day'
import { db } from '@/lib/db'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { assignLead } from '@/lib/leads/assign-lead'
import { createLead } from '@/lib/leads/create-lead'
import { listRepLeads } from '@/lib/leads/list-rep-leads'
import { apiOf, type Client } from '@/tests/integration/api/client'
import type { Cast } from '@/tests/integration/cast'

let cast: Cast
let api: Record<keyof Cast, Client>
let made = 0
const today = todayIn('UTC', new Date())
const day = (ahead: number) => addDays(today, ahead)
const noon = (ahead: number) => new Date(`${day(ahead)}T12:00:00Z`)

beforeAll(async () => {
  ;({ cast, api } = await apiOf())
})

/** Nobody is away and nobody has anything. */
beforeEach(async () => {
  await db.absence.updateMany({ data: { cancelledAt: new Date() } })
  await db.handoff.updateMany({ where: { status: 'WAITING' }, data: { status: 'WITHDRAWN', withdrawnAt: new Date() } })
  await db.leadState.updateMany({ data: { desk: 'MARKETING', repId: null } })
  await db.givingTurn.update({ where: { id: 1 }, data: { lastId: null } })
  await db.settings.update({ where: { id: 1 }, data: { giveOut: 'open', maxHeldLeads: null } })
})

const newLead = async () => (await createLead(cast.mia, { externalId: `absent ${++made}` })).id
const offered = async () => offerLead(cast.mia, { leadId: await newLead() })
const away = (as: keyof Cast, body: object) => api[as]('POST', '/absences', { body })

test('who stands in reads and does what is the absent rep’s own, from the first day to the last', async () => {
  const leadId = await newLead()
  await assignLead(cast.max, { leadId, rep: cast.sam.id })
  const { id } = await offered()
  await api.sam('POST', `/handoffs/${id}/accept`)
  expect((await api.sara('GET', `/leads/${leadId}`)).status).toBe(404)

  const said = await away('sam', { from: today, to: day(3), substitute: cast.sara.id })
  expect([said.status, said.data]).toMatchObject([
    201,
    { person: { name: 'Sam' }, substitute: { name: 'Sara' }, to: day(3) },
  ])
  expect((await api.sara('GET', `/leads/${leadId}`)).status).toBe(200)
  expect((await api.sara('GET', '/leads')).data.data.map((lead) => lead.id)).toContain(leadId)
  const edited = await api.sara('PATCH', `/leads/${leadId}`, { body: { title: 'COO' }, headers: { 'if-match': '*' } })
  expect(edited.status).toBe(200)
  const theirs = await listRepLeads(await withStandIns(cast.sara, new Date()), {
    view: 'open',
    focus: 'all',
    now: new Date(),
  })
  expect(theirs.data.map(({ rep, firstTouchDueAt }) => [rep?.name, firstTouchDueAt !== null])).toEqual([
    ['Sam', true],
    ['Sam', false],
  ])
  const back = { kind: 'repair', reason: 'bad_data' }
  expect((await api.sara('POST', `/handoffs/${id}/return`, { body: back })).status).toBe(200)
  expect((await api.sara('POST', `/leads/${leadId}/close`, { body: { outcome: 'won' } })).status).toBe(200)
  expect((await api.sara('POST', `/leads/${leadId}/reopen`)).status).toBe(200)

  expect((await withStandIns(cast.sara, noon(3))).standsInFor).toEqual([cast.sam.id])
  expect((await withStandIns(cast.sara, noon(4))).standsInFor).toBeUndefined()
  expect((await api.sam('DELETE', `/absences/${said.data.id}`)).status).toBe(200)
  expect((await api.sara('GET', `/leads/${leadId}`)).status).toBe(404)
  expect((await api.sara('POST', `/leads/${leadId}/close`, { body: { outcome: 'won' } })).status).toBe(404)
})

test('what waits for who is away goes to the substitute up to the limit, the rest is open; nothing new is given', async () => {
  await db.settings.update({ where: { id: 1 }, data: { giveOut: 'round_robin', maxHeldLeads: 4 } })
  const offers = []
  while (offers.length < 5) offers.push(await offered())
  const forSam = offers.filter(({ givenTo }) => givenTo?.name === 'Sam').map(({ id }) => id)
  expect(forSam).toHaveLength(3)
  await away('max', { person: cast.sam.id, from: today, to: today, substitute: cast.sara.id })
  const rows = await db.handoff.findMany({ where: { id: { in: forSam } }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] })
  expect(rows.map(({ givenToId }) => givenToId)).toEqual([cast.sara.id, cast.sara.id, null])
  const told = await db.activity.findMany({ where: { type: 'handoff_passed_on' }, orderBy: { seq: 'asc' } })
  expect(told.map(({ data }) => data)).toEqual([
    { why: 'away', from: 'Sam', to: 'Sara' },
    { why: 'away', from: 'Sam', to: 'Sara' },
    { why: 'away', from: 'Sam' },
  ])
  expect((await offered()).givenTo).toBeNull()
})

test('an absence begins by the clock on its first day, once, whoever looks', async () => {
  await db.settings.update({ where: { id: 1 }, data: { giveOut: 'least_loaded' } })
  await away('sam', { from: day(1), to: day(2) })
  const { id, givenTo } = await offered()
  expect(givenTo?.name).toBe('Sam')
  await beginAbsences(noon(0))
  expect((await db.handoff.findUniqueOrThrow({ where: { id } })).givenToId).toBe(cast.sam.id)
  await Promise.all([beginAbsences(noon(1)), beginAbsences(noon(1))])
  expect((await db.handoff.findUniqueOrThrow({ where: { id } })).givenToId).toBeNull()
  expect(await db.activity.count({ where: { handoffId: id, type: 'handoff_passed_on' } })).toBe(1)
})

test('of others only managers say it; days that are over, twice the same and who may not stand in are refused', async () => {
  const status = async (as: keyof Cast, body: object) => (await away(as, body)).status
  expect(await status('sam', { person: cast.sara.id, from: today, to: today })).toBe(403)
  expect(await status('sam', { from: day(-2), to: day(-1) })).toBe(422)
  expect(await status('sam', { from: day(2), to: day(1) })).toBe(422)
  expect(await status('sam', { from: today, to: today, substitute: cast.sam.id })).toBe(422)
  expect(await status('sam', { from: today, to: today, substitute: cast.mia.id })).toBe(422)
  const first = await away('sam', { from: today, to: day(4) })
  const again = await away('sam', { from: day(4), to: day(6) })
  expect([again.status, again.data.detail]).toEqual([409, expect.stringContaining(`from ${today} to ${day(4)}`)])
  expect((await api.sara('DELETE', `/absences/${first.data.id}`)).status).toBe(403)
  const listed = (await api.mia('GET', '/absences')).data.data
  expect(listed).toMatchObject([{ person: { name: 'Sam' }, from: today, to: day(4), substitute: null }])
  expect((await api.max('DELETE', `/absences/${first.data.id}`)).status).toBe(200)
})
