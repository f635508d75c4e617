import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { createLead } from '@/lib/leads/create-lead'
import { countLeads } from '@/lib/leads/list-leads'
import { wakeLeads } from '@/lib/leads/wake-leads'
import { coldLeads, countColdLeads } from '@/lib/marketing/cold-leads'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
  await db.settings.update({ where: { id: 1 }, data: { timeZone: 'Europe/Stockholm' } })
})

const monday = new Date('2031-03-03T10:00:00+01:00')

/** A lead that Sales recycled on the Monday until the Thursday. */
async function asleep(externalId: string): Promise<string> {
  const { id: leadId } = await createLead(cast.mia, { externalId }, { now: new Date('2031-03-01T10:00:00Z') })
  const { id: handoffId } = await offerLead(cast.mia, { leadId }, { now: monday })
  await returnHandoff(
    cast.sam,
    { handoffId, kind: 'recycle', reason: 'not_now', wakeOn: '2031-03-06' },
    { now: monday },
  )
  return leadId
}

const wokeLines = (leadId: string) =>
  db.activity.findMany({ where: { leadId, type: 'lead_woke' }, select: { data: true } })
const toWarm = async () => [...(await countColdLeads(cast.mia)).values()].reduce((sum, leads) => sum + leads, 0)

test('a recycled lead sleeps until its day in the company’s zone, and wakes once, whoever looks', async () => {
  const before = await toWarm()
  const leadId = await asleep('sleeper')
  expect(await toWarm()).toBe(before)
  expect(await countLeads(cast.mia, { asleep: 'yes' })).toMatchObject({ count: 1 })
  await wakeLeads(new Date('2031-03-05T22:59:00Z'))
  expect(await wokeLines(leadId)).toEqual([])
  await Promise.all(Array.from({ length: 4 }, () => wakeLeads(new Date('2031-03-05T23:01:00Z'))))
  expect(await wokeLines(leadId)).toEqual([{ data: { why: 'day' } }])
  expect(await toWarm()).toBe(before + 1)
  expect(await countLeads(cast.mia, coldLeads)).toMatchObject({ count: before + 1 })
})

test('what Marketing sends wakes nobody, a response does, one from before the sleep does not', async () => {
  const leadId = await asleep('responder')
  const tuesday = { now: new Date('2031-03-04T10:00:00Z') }
  await logTouch(cast.mia, { leadId, channel: 'email' }, tuesday)
  const earlier = new Date('2031-03-02T10:00:00Z')
  await logTouch(cast.mia, { leadId, channel: 'web_form', direction: 'inbound', occurredAt: earlier }, tuesday)
  expect(await wokeLines(leadId)).toEqual([])
  await logTouch(cast.mia, { leadId, channel: 'web_form', direction: 'inbound' }, tuesday)
  expect(await wokeLines(leadId)).toEqual([{ data: { why: 'response' } }])
  expect(await db.leadState.findUniqueOrThrow({ where: { leadId } })).toMatchObject({ wakeOn: null, desk: 'MARKETING' })
})
