import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Client } from 'pg'
import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { noticeBreaches } from '@/lib/handoffs/notice-breaches'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { createLead } from '@/lib/leads/create-lead'
import { type Changes, hearChanges } from '@/lib/live/changes'
import { countOpenStreams, liveStream } from '@/lib/live/live-stream'
import { cancelTask } from '@/lib/tasks/cancel-task'
import { editTask } from '@/lib/tasks/edit-task'
import { finishTask } from '@/lib/tasks/finish-task'
import { planTask } from '@/lib/tasks/plan-task'
import { reopenTask } from '@/lib/tasks/reopen-task'
import { snoozeTask } from '@/lib/tasks/snooze-task'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { recordTouchpoints } from '@/lib/touchpoints/record-touchpoints'
import { type Cast, castOf } from '@/tests/integration/cast'

const url = process.env.DATABASE_URL ?? ''
const second = 1_000
/** What two processes on one database hear, and every message as it leaves Postgres. */
let processes: [Changes, Changes]
const messages: unknown[] = []
const postgres = new Client({ connectionString: url })
let cast: Cast
let made = 0

beforeAll(async () => {
  cast = await castOf()
  await postgres.connect()
  await postgres.query('listen baton_changes')
  postgres.on('notification', (message) => messages.push(message))
  processes = [hearChanges(url), hearChanges(url)]
  await untilMarksDiffer(marks())
})

afterAll(async () => {
  await Promise.all(processes.map(({ close }) => close()))
  await postgres.end()
})

const marks = () => processes.map(({ mark }) => mark())

const untilMarksDiffer = (before: string[]) =>
  vi.waitFor(() => marks().forEach((mark, nth) => expect(mark).not.toBe(before[nth])), 5 * second)

/** Whether each process tells within a second that something has changed, and has another mark then. */
async function isToldBy(change: () => Promise<unknown>): Promise<boolean> {
  const before = marks()
  const told = processes.map(
    ({ onChange, mark }, nth) =>
      new Promise<void>((resolve) => {
        const stop = onChange(() => {
          if (mark() === before[nth]) return
          stop()
          resolve()
        })
      }),
  )
  await change()
  const changedAt = performance.now()
  await Promise.all(told)
  return performance.now() - changedAt < second
}

async function newLead(): Promise<string> {
  return (await createLead(cast.mia, { externalId: `live ${++made}` })).id
}

async function touch(leadId: string, times: number) {
  for (let n = 0; n < times; n++) await logTouch(cast.mia, { leadId, channel: 'email' })
}

test('an offer, a claim, a return and a breach reach every process within a second', async () => {
  const leadId = await newLead()
  await touch(leadId, 2)
  expect(await isToldBy(() => touch(leadId, 1))).toBe(true)
  const { id: handoffId } = await db.handoff.findFirstOrThrow({ where: { leadId } })
  expect(await isToldBy(() => acceptHandoff(cast.sam, { handoffId }))).toBe(true)
  const why = { kind: 'repair', reason: 'bad_data' }
  expect(await isToldBy(() => returnHandoff(cast.sam, { handoffId, ...why }))).toBe(true)
  const nextMonth = new Date(Date.now() + 31 * 86_400 * second)
  expect(await isToldBy(() => noticeBreaches(nextMonth))).toBe(true)
})

test('a task that is planned, put off, given to somebody, done or dropped is told too', async () => {
  const { id: leadId } = await createLead(cast.sam, { externalId: `live ${++made}` })
  const dueAt = new Date(Date.now() + 3_600 * second)
  const { id: taskId } = await planTask(cast.sam, { leadId, what: 'Call', dueAt })
  const until = new Date(dueAt.getTime() + 60 * second)
  for (const change of [
    () => planTask(cast.sam, { leadId, what: 'Write', dueAt }),
    () => snoozeTask(cast.sam, { taskId, until }),
    () => editTask(cast.sam, { taskId, changes: { assignee: cast.max.id } }),
    () => finishTask(cast.max, { taskId }),
    () => reopenTask(cast.max, { taskId }),
    () => cancelTask(cast.max, { taskId }),
  ])
    expect(await isToldBy(change)).toBe(true)
})

test('many offers at once are one message, and what changes no handoff is none', async () => {
  const leadIds = await Promise.all(Array.from({ length: 40 }, newLead))
  await touch(leadIds[0] ?? '', 2)
  messages.length = 0
  const now = new Date()
  const touches = leadIds.flatMap((leadId) =>
    [1, 2, 3].map((n) => ({
      leadId,
      channel: 'webinar' as const,
      direction: 'inbound' as const,
      engaged: true,
      occurredAt: new Date(now.getTime() - n * second),
    })),
  )
  const told = isToldBy(() =>
    db.$transaction((tx) => recordTouchpoints(tx, touches, { loggedById: cast.mia.id, now, offersRisen: true })),
  )
  expect(await told).toBe(true)
  expect(await db.handoff.count({ where: { leadId: { in: leadIds } } })).toBe(40)
  expect(messages).toHaveLength(1)
})

test('after its connection was cut a process listens again, and counts the break as a change', async () => {
  const before = marks()
  await postgres.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'baton changes' and datname = current_database()`)
  await untilMarksDiffer(before)
  const leadId = await newLead()
  expect(await isToldBy(() => touch(leadId, 3))).toBe(true)
})

test('an open page is told at once how it stands and after each change; one person has so many pages and no more', async () => {
  const read = async (reader: ReadableStreamDefaultReader<Uint8Array>) => {
    const { value } = await reader.read()
    return new TextDecoder().decode(value)
  }
  const open = Array.from({ length: 20 }, () => liveStream(cast.sara.id)?.getReader())
  expect(countOpenStreams()).toBe(20)
  const reader = open[0]
  if (!reader) throw new Error('no stream')
  const first = await read(reader)
  expect(first).toMatch(/^data: \S+\n\n$/)
  await touch(await newLead(), 3)
  expect(await read(reader)).not.toBe(first)
  expect(liveStream(cast.sara.id)).toBeNull()
  expect(liveStream(cast.sam.id)).not.toBeNull()
  await Promise.all(open.map((each) => each?.cancel()))
  expect(liveStream(cast.sara.id)).not.toBeNull()
})
