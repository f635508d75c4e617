import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { answerRepair } from '@/lib/handoffs/answer-repair'
import { noticeBreaches } from '@/lib/handoffs/notice-breaches'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { withdrawHandoff } from '@/lib/handoffs/withdraw-handoff'
import { assignLead } from '@/lib/leads/assign-lead'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { deleteLead } from '@/lib/leads/delete-lead'
import { wakeLeads } from '@/lib/leads/wake-leads'
import { chooseNotifications } from '@/lib/notifications/choose-notifications'
import { endReasonless } from '@/lib/notifications/end-reasonless'
import { countNotifications, listNotifications } from '@/lib/notifications/list-notifications'
import { readNotification } from '@/lib/notifications/read-notification'
import { readNotifications } from '@/lib/notifications/read-notifications'
import { editTask } from '@/lib/tasks/edit-task'
import { finishTask } from '@/lib/tasks/finish-task'
import { planTask } from '@/lib/tasks/plan-task'
import { remindOfTasks } from '@/lib/tasks/remind-of-tasks'
import { snoozeTask } from '@/lib/tasks/snooze-task'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

/** Each story has a fortnight of its own and an empty bell. */
let week = 0
beforeEach(async () => {
  week++
  await db.promiseClock.update({ where: { id: 1 }, data: { judgedUntil: on('Mon', '00:00') } })
  await db.notification.deleteMany()
  await db.breach.deleteMany()
})

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const on = (day: string, clock: string) =>
  new Date(Date.parse(`2031-03-03T${clock}:00Z`) + (week * 14 + days.indexOf(day)) * 86_400_000)

let made = 0
const lead = async (now: Date) => (await createLead(cast.mia, { externalId: `told ${++made}` }, { now })).id
const touch = (leadId: string, now: Date, times = 1) =>
  Array.from({ length: times }).reduce<Promise<unknown>>(
    (before) => before.then(() => logTouch(cast.mia, { leadId, channel: 'email' }, { now })),
    Promise.resolve(),
  )
const waiting = (leadId: string) => db.handoff.findFirstOrThrow({ where: { leadId, status: 'WAITING' } })
async function offered(now: Date) {
  const leadId = await lead(now)
  return { leadId, handoffId: (await offerLead(cast.mia, { leadId }, { now })).id }
}

/** Who has been told of what since the last look: "accepted: Mia". */
async function told(): Promise<string[]> {
  const rows = await db.notification.findMany({ include: { person: true }, orderBy: { id: 'asc' } })
  await db.notification.deleteMany()
  return rows.map(({ kind, person }) => `${kind}: ${person.name}`).toSorted()
}

const bell = async (name: keyof Cast) =>
  (await listNotifications(cast[name], { unread: true })).data.map(({ title }) => title)

test('each thing that happens is told to those whom it is about, and to nobody who did it', async () => {
  const leadId = await lead(on('Mon', '09:00'))
  await touch(leadId, on('Mon', '09:10'), 3)
  expect(await told(), 'a warm lead waits in the list').toEqual([])
  await touch(leadId, on('Mon', '09:20'), 2)
  expect(await told(), 'it is hot').toEqual(['hot_waiting: Sam', 'hot_waiting: Sara'])

  const first = await waiting(leadId)
  await acceptHandoff(cast.sam, { handoffId: first.id }, { now: on('Mon', '09:30') })
  await acceptHandoff(cast.sam, { handoffId: first.id }, { now: on('Mon', '09:31') })
  expect(await told()).toEqual(['accepted: Mia'])
  const repair = { kind: 'repair', reason: 'bad_data', note: 'The mail comes back' }
  await returnHandoff(cast.sam, { handoffId: first.id, ...repair }, { now: on('Mon', '10:00') })
  expect(await told()).toEqual(['repair: Mia'])
  await answerRepair(cast.mia, { handoffId: first.id, answer: 'fixed' }, { now: on('Mon', '10:30') })
  expect(await told()).toEqual(['hot_waiting: Sam', 'hot_waiting: Sara'])
  const second = await waiting(leadId)
  await returnHandoff(cast.sara, { handoffId: second.id, ...repair }, { now: on('Mon', '10:40') })
  expect(await told(), 'a second repair is the manager’s').toEqual(['repair: Mia', 'to_settle: Ada', 'to_settle: Max'])
  const disputed = { handoffId: second.id, answer: 'disputed', note: 'It is right' }
  await answerRepair(cast.mia, disputed, { now: on('Mon', '11:00') })
  expect(await told()).toEqual(['to_settle: Ada', 'to_settle: Max'])

  await assignLead(cast.max, { leadId, rep: cast.sara.id }, { now: on('Mon', '11:10') })
  expect(await told()).toEqual(['lead_given: Sara'])
  await assignLead(cast.max, { leadId, owner: cast.max.id }, { now: on('Mon', '11:20') })
  expect(await told(), 'to oneself').toEqual([])
  await closeLead(cast.sara, { leadId, outcome: 'won', value: 100 }, { now: on('Mon', '12:00') })
  expect(await told()).toEqual(['closed: Max'])

  for (const [kind, reason] of [['recycle', 'not_now'] as const, ['disqualify', 'no_fit'] as const]) {
    const { handoffId } = await offered(on('Tue', '09:00'))
    const back = { handoffId, kind, reason, ...(kind === 'recycle' ? { wakeOn: on('Thu', '00:00') } : {}) }
    await returnHandoff(cast.sam, back, { now: on('Tue', '10:00') })
    expect(await told()).toEqual(['sent_back: Mia'])
  }
  await wakeLeads(on('Thu', '01:00'))
  expect(await told()).toEqual(['lead_woke: Mia'])
})

test('what is not kept is told to whose promise it was and to managers, and to managers again when it stays so', async () => {
  await chooseNotifications(cast.ada, { choices: [{ kind: 'promise_broken', via: 'bell' }] })
  const [untouched, repair] = [await offered(on('Mon', '09:00')), await offered(on('Mon', '09:00'))]
  await acceptHandoff(cast.sam, { handoffId: untouched.handoffId }, { now: on('Mon', '09:00') })
  await returnHandoff(
    cast.sam,
    { handoffId: repair.handoffId, kind: 'repair', reason: 'bad_data' },
    { now: on('Mon', '09:00') },
  )
  await told()
  await noticeBreaches(on('Mon', '13:01'))
  await noticeBreaches(on('Mon', '13:02'))
  expect(await told()).toEqual(['promise_broken: Ada', 'promise_broken: Max', 'promise_broken: Sam'])
  await noticeBreaches(on('Mon', '17:01'))
  expect(await told()).toEqual([
    'escalated: Ada',
    'escalated: Max',
    'promise_broken: Ada',
    'promise_broken: Max',
    'promise_broken: Mia',
  ])
})

test('an offer that is given to one rep is told to that rep alone, until somebody has it', async () => {
  await db.settings.update({ where: { id: 1 }, data: { giveOut: 'round_robin' } })
  const leadId = await lead(on('Mon', '09:00'))
  await touch(leadId, on('Mon', '09:00'), 3)
  const { id: handoffId, givenToId } = await waiting(leadId)
  const [rep, other] = givenToId === cast.sam.id ? (['sam', 'sara'] as const) : (['sara', 'sam'] as const)
  expect([await bell(rep), await bell(other)]).toEqual([[`told ${made} is offered to you`], []])
  await touch(leadId, on('Mon', '09:05'), 2)
  const news = await listNotifications(cast[rep], { unread: true })
  expect(news.data.map(({ detail }) => detail)).toEqual(['It is hot. Others can take it once its time has passed.'])
  await noticeBreaches(on('Mon', '09:21'))
  const titles = [`Sales has not answered the offer of told ${made} in time`]
  expect((await bell(rep)).filter((title) => titles.includes(title))).toEqual(titles)
  await acceptHandoff(cast[rep], { handoffId }, { now: on('Mon', '09:30') })
  expect([await bell(rep), await bell(other)]).toEqual([[], []])
  await db.settings.update({ where: { id: 1 }, data: { giveOut: 'open' } })
})

test('breaches that are noticed together are one row a person', async () => {
  for (let n = 0; n < 3; n++) {
    const { handoffId } = await offered(on('Mon', '09:00'))
    await acceptHandoff(cast.sam, { handoffId }, { now: on('Mon', '09:00') })
  }
  await db.notification.deleteMany()
  await noticeBreaches(on('Mon', '13:01'))
  expect(await bell('sam')).toEqual(['3 promises were not kept'])
  expect(await told()).toEqual(['promise_broken: Ada', 'promise_broken: Max', 'promise_broken: Sam'])
})

test('a task is reminded of once for the time that it is due: put off it is due anew, done it is not', async () => {
  const leadId = await lead(on('Mon', '09:00'))
  const plan = (what: string, clock: string) =>
    planTask(cast.mia, { leadId, what, dueAt: on('Mon', clock) }, { now: on('Mon', '09:00') })
  const [call, done] = [await plan('Call', '11:00'), await plan('Write', '11:00')]
  await finishTask(cast.mia, { taskId: done.id }, { now: on('Mon', '10:00') })
  expect(await remindOfTasks(on('Mon', '10:59'))).toBe(0)
  const reminded = await Promise.all(Array.from({ length: 4 }, () => remindOfTasks(on('Mon', '12:00'))))
  expect(reminded.toSorted()).toEqual([0, 0, 0, 1])
  expect(await bell('mia')).toEqual(['Due: Call'])
  await snoozeTask(cast.mia, { taskId: call.id, until: on('Tue', '09:00') }, { now: on('Mon', '12:01') })
  expect(await bell('mia')).toEqual([])
  expect([await remindOfTasks(on('Mon', '15:00')), await remindOfTasks(on('Wed', '09:00'))]).toEqual([0, 1])
  expect(await bell('mia')).toEqual(['Due: Call'])
  await editTask(cast.mia, { taskId: call.id, changes: { assignee: cast.max.id } }, { now: on('Wed', '09:05') })
  await remindOfTasks(on('Wed', '09:06'))
  expect([await bell('mia'), await bell('max')]).toEqual([[], ['Due: Call']])
  await finishTask(cast.mia, { taskId: call.id }, { now: on('Wed', '09:10') })
  expect(await bell('max')).toEqual([])
})

const unreadOfSam = () => countNotifications(cast.sam, { unread: true })

test('nothing is told any more whose reason is gone', async () => {
  const now = on('Mon', '09:00')
  const leadId = await lead(now)
  await touch(leadId, now, 5)
  expect([await bell('sam'), await unreadOfSam()]).toEqual([[`told ${made} is hot and waits for Sales`], 1])
  await acceptHandoff(cast.sara, { handoffId: (await waiting(leadId)).id }, { now })
  expect([await bell('sam'), await unreadOfSam()]).toEqual([[], 0])

  const { handoffId } = await offered(now)
  await returnHandoff(cast.sam, { handoffId, kind: 'repair', reason: 'bad_data' }, { now })
  expect(await bell('mia')).toEqual([`Sam sent told ${made} back for repair`, `Sara accepted told ${made - 1}`])
  await answerRepair(cast.mia, { handoffId, answer: 'fixed' }, { now })
  expect(await bell('mia')).toEqual([`Sara accepted told ${made - 1}`])

  await noticeBreaches(on('Mon', '13:01'))
  const { data } = await listNotifications(cast.sara, { unread: true })
  expect(data.map(({ title }) => title)).toEqual([`Sales has not touched told ${made - 1} in time`])
  await withdrawHandoff(cast.mia, {
    handoffId: (await db.handoff.findFirstOrThrow({ where: { previousId: handoffId } })).id,
  })
  await logTouch(cast.sara, { leadId, channel: 'meeting', occurredAt: on('Mon', '10:00') }, { now: on('Mon', '13:05') })
  expect(await bell('sara')).toEqual([])

  // Who reads all of it does not see come up what had no reason any more; ended, it is judged no more.
  await readNotifications(cast.sam, {}, { now })
  expect((await listNotifications(cast.sam)).data).toEqual([])
  await endReasonless(on('Mon', '14:00'))
  expect(await db.notification.count({ where: { personId: cast.sara.id, readAt: null, endedAt: null } })).toBe(0)
  await deleteLead(cast.max, { leadId }, { now })
  expect(await bell('mia')).toEqual([])
})

test('a bell is its person’s alone, and what was read stays read', async () => {
  const now = on('Mon', '09:00')
  const { handoffId } = await offered(now)
  await acceptHandoff(cast.sam, { handoffId }, { now })
  const [own] = (await listNotifications(cast.mia)).data
  expect(own).toMatchObject({ kind: 'accepted', readAt: null, actor: { name: 'Sam' }, path: `/leads/${own?.lead?.id}` })
  const read = (who: keyof Cast) => readNotification(cast[who], { notificationId: own?.id }, { now })
  await expect(read('max')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await countNotifications(cast.mia, { unread: true })).toBe(1)
  expect(await read('mia')).toMatchObject({ readAt: now })
  expect([await bell('mia'), (await listNotifications(cast.mia)).data.length]).toEqual([[], 1])
})

test('people choose by kind, of what their role hears of, and what is long past is told to nobody', async () => {
  const accepted = async (now: Date) => {
    const { handoffId } = await offered(now)
    await acceptHandoff(cast.sam, { handoffId }, { now })
    return told()
  }
  expect(await accepted(new Date('2020-01-06T09:00:00Z'))).toEqual([])
  await chooseNotifications(cast.mia, { choices: [{ kind: 'accepted', via: 'none' }] })
  expect(await accepted(on('Mon', '09:00'))).toEqual([])
  const choices = await chooseNotifications(cast.mia, { choices: [{ kind: 'accepted', via: 'bell' }] })
  expect(choices).toContainEqual({ kind: 'accepted', via: 'bell' })
  expect(await accepted(on('Mon', '09:00'))).toEqual(['accepted: Mia'])
  for (const wrong of [
    [{ kind: 'escalated', via: 'bell' }],
    [{ kind: 'accepted', via: 'pigeon' }],
    [choices[0], choices[0]],
  ])
    await expect(chooseNotifications(cast.mia, { choices: wrong })).rejects.toMatchObject({ code: 'INVALID' })
})
