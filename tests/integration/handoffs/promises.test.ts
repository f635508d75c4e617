import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { answerRepair } from '@/lib/handoffs/answer-repair'
import { countHandoffs } from '@/lib/handoffs/list-handoffs'
import { noticeBreaches } from '@/lib/handoffs/notice-breaches'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { withdrawHandoff } from '@/lib/handoffs/withdraw-handoff'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { mergeLeads } from '@/lib/merges/merge-leads'
import { openBooks } from '@/lib/reports/books'
import { promiseReport } from '@/lib/reports/handoffs/promise-report'
import { promiseSettings } from '@/lib/settings/promise-settings'
import { savePromiseSettings } from '@/lib/settings/save-promise-settings'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { voidTouch } from '@/lib/touchpoints/void-touch'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

/** Each story has a fortnight of its own, so that none meets the promises of another. */
let week = 0
beforeEach(async () => {
  week++
  await db.promiseClock.update({ where: { id: 1 }, data: { judgedUntil: on('Mon', '00:00') } })
})

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
/** A moment of the first week of this story, in UTC: which is where the company is. */
const on = (day: string, clock: string) =>
  new Date(Date.parse(`2031-03-03T${clock}:00Z`) + (week * 14 + days.indexOf(day)) * 86_400_000)

let made = 0
async function offered(now: Date, touches = 0) {
  const { id: leadId } = await createLead(cast.mia, { externalId: `promise ${++made}` }, { now })
  for (let n = 0; n < touches; n++) await logTouch(cast.mia, { leadId, channel: 'email' }, { now })
  const waiting = await db.handoff.findFirst({ where: { leadId, status: 'WAITING' } })
  const handoffId = waiting?.id ?? (await offerLead(cast.mia, { leadId }, { now })).id
  return { leadId, handoffId }
}

const breachesOf = (handoffId: string) =>
  db.breach.findMany({ where: { handoffId }, orderBy: { dueAt: 'asc' }, select: { promise: true, dueAt: true } })
const handoff = (id: string) => db.handoff.findUniqueOrThrow({ where: { id } })

test('promises run in working time: over the night, the weekend, sooner where the lead is hot', async () => {
  expect(await handoff((await offered(on('Tue', '10:00'))).handoffId)).toMatchObject({ dueAt: on('Tue', '14:00') })
  expect(await handoff((await offered(on('Fri', '15:00'))).handoffId)).toMatchObject({
    dueAt: new Date(on('Mon', '11:00').getTime() + 7 * 86_400_000),
  })
  const { leadId, handoffId } = await offered(on('Tue', '10:00'), 3)
  await logTouch(cast.mia, { leadId, channel: 'email' }, { now: on('Tue', '11:00') })
  expect(await handoff(handoffId)).toMatchObject({ dueAt: on('Tue', '14:00') })
  await logTouch(cast.mia, { leadId, channel: 'email' }, { now: on('Tue', '11:30') })
  expect(await handoff(handoffId)).toMatchObject({ dueAt: on('Tue', '11:45') })
  await acceptHandoff(cast.sam, { handoffId }, { now: on('Tue', '16:00') })
  expect(await handoff(handoffId)).toMatchObject({ touchDueAt: on('Wed', '12:00') })
})

test('a merge that makes a waiting lead hot hurries nobody: its undo gives back what was', async () => {
  const { leadId: keptId, handoffId } = await offered(on('Tue', '10:00'), 3)
  const { id: goneId } = await createLead(cast.mia, { externalId: `promise ${++made}` }, { now: on('Tue', '10:00') })
  for (const clock of ['10:05', '10:10'])
    await logTouch(cast.mia, { leadId: goneId, channel: 'email' }, { now: on('Tue', clock) })
  const { lead } = await mergeLeads(cast.max, { keptId, goneId }, { now: on('Tue', '10:15') })
  expect(lead).toMatchObject({ stage: 'HOT', desk: 'QUEUE' })
  expect(await handoff(handoffId)).toMatchObject({ dueAt: on('Tue', '14:00') })
})

test('each breach is noticed once, with its true time, however long nobody looked and however many look at once', async () => {
  const late = await offered(on('Tue', '10:00'))
  const kept = await offered(on('Tue', '10:00'))
  const withdrawn = await offered(on('Tue', '10:00'))
  const answeredLate = await offered(on('Tue', '10:00'))
  await acceptHandoff(cast.sam, { handoffId: kept.handoffId }, { now: on('Tue', '13:59') })
  await logTouch(cast.sam, { leadId: kept.leadId, channel: 'follow_up_call' }, { now: on('Tue', '15:00') })
  await withdrawHandoff(cast.mia, { handoffId: withdrawn.handoffId }, { now: on('Tue', '12:00') })
  expect(await noticeBreaches(on('Tue', '13:59'))).toBe(0)
  // The server slept from here on; Sam was late, and nobody took the other.
  await acceptHandoff(cast.sam, { handoffId: answeredLate.handoffId }, { now: on('Tue', '14:01') })
  await logTouch(cast.sam, { leadId: answeredLate.leadId, channel: 'meeting' }, { now: on('Tue', '14:05') })
  const noticed = await Promise.all(Array.from({ length: 4 }, () => noticeBreaches(on('Thu', '08:00'))))
  expect(noticed.reduce((sum, count) => sum + count)).toBe(2)
  expect(await breachesOf(late.handoffId)).toEqual([{ promise: 'accept', dueAt: on('Tue', '14:00') }])
  expect(await breachesOf(answeredLate.handoffId)).toEqual([{ promise: 'accept', dueAt: on('Tue', '14:00') }])
  expect(await breachesOf(kept.handoffId)).toEqual([])
  expect(await breachesOf(withdrawn.handoffId)).toEqual([])
  const lines = await db.activity.findMany({ where: { leadId: late.leadId, type: 'promise_broken' } })
  expect(lines).toMatchObject([{ data: { promise: 'accept', dueAt: on('Tue', '14:00').toISOString() } }])
})

test('the report counts what was due in a period: each number is that of the handoffs behind it, and of what was known then', async () => {
  const [late, kept, closed, withdrawn] = [
    await offered(on('Tue', '10:00')),
    await offered(on('Tue', '10:00')),
    await offered(on('Tue', '10:00')),
    await offered(on('Tue', '10:00')),
  ]
  await withdrawHandoff(cast.mia, { handoffId: withdrawn.handoffId }, { now: on('Tue', '12:00') })
  await acceptHandoff(cast.sam, { handoffId: kept.handoffId }, { now: on('Tue', '11:00') })
  await acceptHandoff(cast.sam, { handoffId: closed.handoffId }, { now: on('Tue', '11:00') })
  await closeLead(
    cast.sam,
    { leadId: closed.leadId, outcome: 'WON', closedAt: on('Tue', '12:00') },
    { now: on('Tue', '12:00') },
  )
  await returnHandoff(
    cast.sam,
    { handoffId: late.handoffId, kind: 'repair', reason: 'bad_data' },
    { now: on('Tue', '14:30') },
  )
  // The call was in time and was told too late.
  await logTouch(
    cast.sam,
    { leadId: kept.leadId, channel: 'follow_up_call', occurredAt: on('Tue', '14:45') },
    { now: on('Wed', '10:00') },
  )
  const week = { from: on('Mon', '00:00'), to: on('Sat', '00:00') }
  const report = (asOf: Date | null, now: Date) =>
    openBooks(
      cast.max,
      { from: week.from.toISOString(), to: week.to.toISOString(), ...(asOf ? { asOf: asOf.toISOString() } : {}) },
      now,
    ).then((books) => promiseReport(books))
  const friday = on('Fri', '12:00')
  const figures = await report(null, friday)
  expect(figures).toEqual([
    { promise: 'accept', kept: 2, broken: 1, open: 0 },
    { promise: 'first_touch', kept: 1, broken: 0, open: 0 },
    { promise: 'answer', kept: 0, broken: 1, open: 1 },
  ])
  for (const { promise, ...counts } of figures)
    for (const [word, count] of [['yes', counts.kept] as const, ['no', counts.broken] as const])
      expect(await countHandoffs(cast.max, { promise, kept: word, dueFrom: week.from, dueTo: week.to }, friday)).toBe(
        count,
      )
  expect(await report(on('Tue', '23:00'), friday)).toMatchObject([
    { promise: 'accept', kept: 2, broken: 1 },
    { promise: 'first_touch', kept: 0, broken: 1, open: 1 },
    { promise: 'answer', kept: 0, broken: 0 },
  ])
  await expect(openBooks(cast.sam, {}, friday)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
})

test('an accepted lead is touched in time by Sales: a newsletter is no touch of theirs, and a void takes one back', async () => {
  const [newsletter, called, mistaken] = [
    await offered(on('Tue', '09:00')),
    await offered(on('Tue', '09:00')),
    await offered(on('Tue', '09:00')),
  ]
  for (const { handoffId } of [newsletter, called, mistaken])
    await acceptHandoff(cast.sam, { handoffId }, { now: on('Tue', '10:00') })
  await logTouch(cast.mia, { leadId: newsletter.leadId, channel: 'email' }, { now: on('Tue', '11:00') })
  await logTouch(cast.sam, { leadId: called.leadId, channel: 'cold_call' }, { now: on('Tue', '11:00') })
  const { touchpoint } = await logTouch(
    cast.sam,
    { leadId: mistaken.leadId, channel: 'cold_call' },
    { now: on('Tue', '11:00') },
  )
  await voidTouch(cast.sam, { touchpointId: touchpoint.id }, { now: on('Tue', '11:05') })
  await noticeBreaches(on('Tue', '15:00'))
  const broken = [{ promise: 'first_touch', dueAt: on('Tue', '14:00') }]
  expect(await breachesOf(newsletter.handoffId)).toEqual(broken)
  expect(await breachesOf(mistaken.handoffId)).toEqual(broken)
  expect(await breachesOf(called.handoffId)).toEqual([])
})

test('Marketing answers a repair within eight hours of work, and a breach that is not made good is escalated', async () => {
  const [late, later] = [await offered(on('Mon', '09:00')), await offered(on('Mon', '09:00'))]
  for (const { handoffId } of [late, later])
    await returnHandoff(cast.sam, { handoffId, kind: 'repair', reason: 'bad_data' }, { now: on('Mon', '11:00') })
  expect(await handoff(late.handoffId)).toMatchObject({ answerDueAt: on('Tue', '11:00') })
  expect(await noticeBreaches(on('Tue', '11:01'))).toBe(2)
  await answerRepair(
    cast.mia,
    { handoffId: late.handoffId, answer: 'disputed', note: 'The number is right' },
    { now: on('Wed', '10:00') },
  )
  await noticeBreaches(on('Wed', '10:59'))
  const escalations = () =>
    db.breach.findMany({
      where: { handoffId: { in: [late.handoffId, later.handoffId] }, escalatedAt: { not: null } },
      select: { handoffId: true },
    })
  expect(await escalations()).toEqual([])
  await noticeBreaches(on('Wed', '11:01'))
  await noticeBreaches(on('Thu', '11:01'))
  expect(await escalations()).toEqual([{ handoffId: later.handoffId }])
})

test('hours, holidays and promises are settings: they hold from then on, and what is promised stays', async () => {
  const before = await promiseSettings(cast.max)
  const { handoffId } = await offered(on('Tue', '10:00'))
  const holiday = on('Tue', '00:00').toISOString().slice(0, 10)
  const changed = { ...before, acceptWithinMinutes: 60, holidays: [{ day: holiday, name: 'Founding day' }] }
  await expect(savePromiseSettings(cast.mia, changed)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await savePromiseSettings(cast.max, changed)).toEqual(changed)
  expect(await handoff(handoffId)).toMatchObject({ dueAt: on('Tue', '14:00') })
  expect(await handoff((await offered(on('Tue', '10:00'))).handoffId)).toMatchObject({ dueAt: on('Wed', '10:00') })
  const wrong = [
    { ...changed, week: before.week.map(() => null) },
    { ...changed, week: before.week.map(() => ({ from: 600, to: 540 })) },
    { ...changed, answerWithinMinutes: 0 },
    { ...changed, salesTarget: 101 },
    { ...changed, holidays: [...changed.holidays, ...changed.holidays] },
    { ...changed, holidays: [{ day: '2031-02-30', name: 'Never' }] },
  ]
  for (const input of wrong)
    await expect(savePromiseSettings(cast.max, input)).rejects.toMatchObject({ code: 'INVALID' })
  await savePromiseSettings(cast.max, before)
})

test('a touch after the lead was given back keeps no promise of who gave it back, but that of who took it then', async () => {
  const { leadId, handoffId } = await offered(on('Tue', '10:00'))
  await acceptHandoff(cast.sam, { handoffId }, { now: on('Tue', '10:05') })
  const now = on('Tue', '10:10')
  await returnHandoff(cast.sam, { handoffId, kind: 'repair', reason: 'bad_data' }, { now })
  const { id } = await answerRepair(cast.mia, { handoffId, answer: 'fixed' }, { now: on('Tue', '10:20') })
  await acceptHandoff(cast.sam, { handoffId: id }, { now: on('Tue', '10:30') })
  await logTouch(cast.sam, { leadId, channel: 'follow_up_call' }, { now: on('Tue', '10:40') })
  const [from, to] = [on('Mon', '00:00'), on('Sat', '00:00')]
  const books = await openBooks(cast.max, { from: from.toISOString(), to: to.toISOString() }, to)
  expect(promiseReport(books)).toContainEqual({ promise: 'first_touch', kept: 1, broken: 0, open: 0 })
  const kept = { promise: 'first_touch', kept: 'yes', dueFrom: from, dueTo: to } as const
  expect(await countHandoffs(cast.max, kept, to)).toBe(1)
})
