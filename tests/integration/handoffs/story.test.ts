import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { answerRepair } from '@/lib/handoffs/answer-repair'
import type { HandoffShape } from '@/lib/handoffs/handoff-shape'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { takeNextHandoff } from '@/lib/handoffs/take-next-handoff'
import { withdrawHandoff } from '@/lib/handoffs/withdraw-handoff'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { markDoNotContact } from '@/lib/leads/mark-do-not-contact'
import { getLead } from '@/lib/leads/queries'
import { reopenLead } from '@/lib/leads/reopen-lead'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { voidTouch } from '@/lib/touchpoints/void-touch'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
let made = 0
const hour = 3_600_000
const start = new Date('2026-11-02T09:00:00Z')
const at = (hours: number) => new Date(start.getTime() + hours * hour)

beforeAll(async () => {
  cast = await castOf()
})

async function newLead() {
  return (await createLead(
    cast.mia,
    { firstName: 'Ines', email: `ines${++made}@norrland.example` },
    { now: start },
  )) as {
    id: string
  }
}

async function warmLead() {
  const { id } = await newLead()
  for (const n of [1, 2, 3]) await logTouch(cast.mia, { leadId: id, channel: 'email' }, { now: at(n) })
  const handoff = await db.handoff.findFirstOrThrow({ where: { leadId: id } })
  return { leadId: id, handoffId: handoff.id }
}

const refused = (code: string, message = /./) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) as string })

describe('the third touch', () => {
  test('makes a lead warm, offers it by itself, and says so in its history', async () => {
    const { leadId } = await warmLead()
    const lead = await getLead(cast.mia, leadId)
    expect(lead).toMatchObject({ stage: 'WARM', touchCount: 3, desk: 'QUEUE', ticks: 'MMM', warmedAt: at(3) })
    const handoffs = await db.handoff.findMany({ where: { leadId } })
    expect(handoffs).toMatchObject([{ status: 'WAITING', origin: 'automatic', offeredAt: at(3), dueAt: at(7) }])
    const lines = await db.activity.findMany({ where: { leadId }, orderBy: { seq: 'asc' } })
    expect(lines.map(({ type }) => type)).toEqual([
      'lead_created',
      'touch_logged',
      'touch_logged',
      'touch_logged',
      'stage_changed',
      'lead_offered',
    ])
  })

  test('offers nothing on a lead marked do-not-contact, which takes only inbound touches', async () => {
    const { id: leadId } = await newLead()
    await markDoNotContact(cast.mia, { leadId, doNotContact: true })
    await expect(logTouch(cast.mia, { leadId, channel: 'email' })).rejects.toEqual(
      refused('CONFLICT', /do-not-contact/),
    )
    for (const n of [1, 2, 3])
      await logTouch(cast.mia, { leadId, channel: 'web_form', direction: 'inbound' }, { now: at(n) })
    expect(await getLead(cast.mia, leadId)).toMatchObject({ stage: 'WARM', desk: 'MARKETING' })
    await expect(offerLead(cast.mia, { leadId })).rejects.toEqual(refused('CONFLICT', /do-not-contact/))
  })

  test('when it is voided, takes the automatic offer back', async () => {
    const { id: leadId } = await newLead()
    await logTouch(cast.mia, { leadId, channel: 'email' }, { now: at(1) })
    await logTouch(cast.mia, { leadId, channel: 'email' }, { now: at(2) })
    const { touchpoint } = await logTouch(cast.mia, { leadId, channel: 'email' }, { now: at(3) })
    await voidTouch(cast.mia, { touchpointId: touchpoint.id })
    expect(await getLead(cast.mia, leadId)).toMatchObject({
      stage: 'COLD',
      desk: 'MARKETING',
      touchCount: 2,
      warmedAt: null,
    })
    expect(await db.handoff.findMany({ where: { leadId } })).toMatchObject([
      { status: 'WITHDRAWN', withdrawnById: null },
    ])
  })
})

describe('accepting', () => {
  test('gives the lead to one rep; the other is told who has it; a second try of the winner is a success', async () => {
    const { leadId, handoffId } = await warmLead()
    expect(await acceptHandoff(cast.sam, { handoffId })).toMatchObject({ status: 'ACCEPTED', rep: { name: 'Sam' } })
    await expect(acceptHandoff(cast.sara, { handoffId })).rejects.toEqual(
      refused('CONFLICT', /^Sam has this lead since/),
    )
    expect(await acceptHandoff(cast.sam, { handoffId })).toMatchObject({ status: 'ACCEPTED', rep: { name: 'Sam' } })
    expect(await getLead(cast.sam, leadId)).toMatchObject({ desk: 'SALES', rep: { name: 'Sam' } })
    await expect(acceptHandoff(cast.mia, { handoffId })).rejects.toEqual(refused('FORBIDDEN'))
  })

  test('take next gives out each waiting lead once, the one due first first, and null when none waits', async () => {
    await db.handoff.updateMany({ where: { status: 'WAITING' }, data: { status: 'WITHDRAWN', withdrawnAt: start } })
    const waiting = [await warmLead(), await warmLead(), await warmLead(), await warmLead()]
    await db.handoff.update({ where: { id: waiting[2]?.handoffId ?? '' }, data: { dueAt: at(0) } })
    const first = (await takeNextHandoff(cast.sam, {})) as HandoffShape
    expect(first.id).toBe(waiting[2]?.handoffId)
    const rest = await Promise.all([1, 2, 3, 4, 5].map((n) => takeNextHandoff(n % 2 ? cast.sam : cast.sara, {})))
    const taken = rest.flatMap((handoff) => (handoff ? [handoff.id] : []))
    expect(new Set(taken).size).toBe(3)
    expect(rest.filter((handoff) => handoff === null)).toHaveLength(2)
  })
})

describe('returning', () => {
  test('repair keeps the stage, is answered once, and fixed offers again in a handoff that names the old one', async () => {
    const { leadId, handoffId } = await warmLead()
    await acceptHandoff(cast.sam, { handoffId })
    await expect(returnHandoff(cast.sara, { handoffId, kind: 'repair', reason: 'bad_data' })).rejects.toEqual(
      refused('FORBIDDEN'),
    )
    await expect(returnHandoff(cast.sam, { handoffId, kind: 'repair', reason: 'no_fit' })).rejects.toEqual(
      refused('INVALID'),
    )
    await expect(returnHandoff(cast.sam, { handoffId, kind: 'repair', reason: 'other' })).rejects.toEqual(
      refused('INVALID', /note/),
    )
    await returnHandoff(cast.sam, { handoffId, kind: 'repair', reason: 'wrong_person' })
    expect(await getLead(cast.mia, leadId)).toMatchObject({ stage: 'WARM', desk: 'MARKETING', rep: null })
    const again = await answerRepair(cast.mia, { handoffId, answer: 'fixed', note: 'Ask for Per' })
    expect(again).toMatchObject({ status: 'WAITING', previousId: handoffId, origin: 'manual', note: 'Ask for Per' })
    await expect(answerRepair(cast.max, { handoffId, answer: 'disputed', note: 'no' })).rejects.toEqual(
      refused('CONFLICT', /Mia/),
    )
  })

  test('recycle starts the count anew and keeps the lifetime; new touches bring the lead back', async () => {
    const { leadId, handoffId } = await warmLead()
    await returnHandoff(
      cast.sam,
      { handoffId, kind: 'recycle', reason: 'not_now', wakeOn: '2027-03-01' },
      { now: at(4) },
    )
    const cold = await getLead(cast.mia, leadId)
    expect(cold).toMatchObject({
      stage: 'COLD',
      touchCount: 0,
      lifetimeTouchCount: 3,
      warmedAt: null,
      wakeOn: '2027-03-01',
    })
    for (const n of [5, 6, 7]) await logTouch(cast.mia, { leadId, channel: 'webinar' }, { now: at(n) })
    expect(await getLead(cast.mia, leadId)).toMatchObject({
      stage: 'WARM',
      touchCount: 3,
      lifetimeTouchCount: 6,
      desk: 'QUEUE',
    })
  })

  test('disqualify loses the lead with its reason', async () => {
    const { leadId, handoffId } = await warmLead()
    await returnHandoff(cast.sara, { handoffId, kind: 'disqualify', reason: 'competitor' })
    expect(await getLead(cast.mia, leadId)).toMatchObject({
      outcome: 'LOST',
      lostReason: 'competitor',
      desk: 'MARKETING',
    })
  })
})

describe('closing', () => {
  test('a win closes the accepted handoff, keeps the desk, and reopening gives the lead back to its rep', async () => {
    const { leadId, handoffId } = await warmLead()
    await acceptHandoff(cast.sam, { handoffId })
    await expect(closeLead(cast.sara, { leadId, outcome: 'won' })).rejects.toEqual(refused('FORBIDDEN'))
    expect(await closeLead(cast.sam, { leadId, outcome: 'won', value: 86000 })).toMatchObject({
      outcome: 'WON',
      desk: 'SALES',
      value: 86000,
    })
    expect(await db.handoff.findUniqueOrThrow({ where: { id: handoffId } })).toMatchObject({ status: 'CLOSED' })
    await expect(closeLead(cast.sam, { leadId, outcome: 'won' })).rejects.toEqual(refused('CONFLICT'))
    expect(await reopenLead(cast.sam, { leadId })).toMatchObject({ outcome: 'OPEN', desk: 'SALES', closedAt: null })
    expect(await db.handoff.count({ where: { leadId, status: { in: ['WAITING', 'ACCEPTED'] } } })).toBe(0)
  })

  test('a lost lead has a reason, and a waiting offer goes', async () => {
    const { leadId, handoffId } = await warmLead()
    await expect(closeLead(cast.max, { leadId, outcome: 'lost' })).rejects.toEqual(refused('INVALID', /why/))
    await closeLead(cast.max, { leadId, outcome: 'LOST', reason: 'NO_FIT' })
    expect(await db.handoff.findUniqueOrThrow({ where: { id: handoffId } })).toMatchObject({ status: 'WITHDRAWN' })
    expect(await getLead(cast.max, leadId)).toMatchObject({ outcome: 'LOST', desk: 'MARKETING' })
    await expect(withdrawHandoff(cast.mia, { handoffId })).rejects.toEqual(refused('CONFLICT', /no more/))
  })
})
