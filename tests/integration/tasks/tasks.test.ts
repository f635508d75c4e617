import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { deleteLead } from '@/lib/leads/delete-lead'
import { reopenLead } from '@/lib/leads/reopen-lead'
import { mergeLeads } from '@/lib/merges/merge-leads'
import { undoMerge } from '@/lib/merges/undo-merge'
import { cancelTask } from '@/lib/tasks/cancel-task'
import { editTask } from '@/lib/tasks/edit-task'
import { finishTask } from '@/lib/tasks/finish-task'
import { countTasks, listTasks, type TaskFilters } from '@/lib/tasks/list-tasks'
import { planTask } from '@/lib/tasks/plan-task'
import { getTask } from '@/lib/tasks/queries'
import { reopenTask } from '@/lib/tasks/reopen-task'
import { snoozeTask } from '@/lib/tasks/snooze-task'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
/** A Monday; the company works from nine to five in UTC. */
const start = new Date('2026-11-02T09:00:00Z')
const at = (hours: number) => new Date(start.getTime() + hours * 3_600_000)
const soon = at(4)

beforeAll(async () => {
  cast = await castOf()
})

const refused = (code: string, message = /./) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) as string })

const newLead = async (by: Cast['mia'] = cast.mia) =>
  ((await createLead(by, { firstName: 'Ines' }, { now: start })) as { id: string }).id

/** A lead that Sam has. */
async function samsLead() {
  const leadId = await newLead()
  const { id: handoffId } = await offerLead(cast.mia, { leadId }, { now: start })
  await acceptHandoff(cast.sam, { handoffId }, { now: start })
  return { leadId, handoffId }
}

const plan = (leadId: string, facts: object = {}, by = cast.sam) =>
  planTask(by, { leadId, what: 'Call back', dueAt: soon, ...facts }, { now: start })

const statusOf = async (taskId: string) => (await getTask(cast.max, taskId, soon)).status

const linesOf = async (leadId: string) =>
  (await db.activity.findMany({ where: { leadId, type: { startsWith: 'task_' } }, orderBy: { seq: 'asc' } })).map(
    ({ type }) => type,
  )

test('a rep plans a follow-up on a lead of theirs; the history tells it, and what is in the past is refused', async () => {
  const { leadId } = await samsLead()
  const task = await plan(leadId)
  expect(task).toMatchObject({
    lead: { id: leadId, name: 'Ines' },
    what: 'Call back',
    dueAt: soon,
    status: 'open',
    overdue: false,
    assignee: { name: 'Sam' },
    doneAt: null,
  })
  await expect(plan(leadId, { dueAt: at(-1) })).rejects.toMatchObject({
    code: 'INVALID',
    fields: { dueAt: 'This time has passed. Choose one that is still to come.' },
  })
  await expect(plan(leadId, { what: ' ' })).rejects.toMatchObject({ code: 'INVALID' })
  expect(await linesOf(leadId)).toEqual(['task_planned'])
})

test('who may: the rep who has the lead, Marketing, managers; whom it is for may finish it and has to see the lead', async () => {
  const { leadId } = await samsLead()
  await expect(plan(leadId, {}, cast.sara)).rejects.toEqual(refused('FORBIDDEN', /Only the rep who has this lead/))
  const task = await plan(leadId, {}, cast.mia)
  await expect(finishTask(cast.sara, { taskId: task.id })).rejects.toEqual(refused('FORBIDDEN', /^Only Mia, the rep/))
  expect(await finishTask(cast.sam, { taskId: task.id }, { now: soon })).toMatchObject({ doneBy: { name: 'Sam' } })
  const saras = await plan(leadId, { assignee: cast.sara.id }, cast.max)
  expect(await finishTask(cast.sara, { taskId: saras.id }, { now: soon })).toMatchObject({ status: 'done' })

  const hidden = await newLead()
  await expect(plan(hidden, { assignee: cast.sara.id }, cast.mia)).rejects.toEqual(
    refused('INVALID', /^Sara does not see this lead/),
  )
  const mias = await plan(hidden, {}, cast.mia)
  await expect(finishTask(cast.sam, { taskId: mias.id })).rejects.toEqual(refused('NOT_FOUND'))
  await expect(plan(hidden)).rejects.toEqual(refused('NOT_FOUND'))
  expect((await listTasks(cast.sam, { now: start })).data.map(({ id }) => id)).not.toContain(mias.id)
})

test('done is done once, whoever comes first; it may be taken back, snoozed, changed, dropped', async () => {
  const { leadId } = await samsLead()
  const { id: taskId } = await plan(leadId)
  const tries = await Promise.all([cast.sam, cast.max].map((by) => finishTask(by, { taskId }, { now: at(1) })))
  expect(new Set(tries.map(({ doneBy }) => doneBy?.name)).size).toBe(1)
  await expect(snoozeTask(cast.sam, { taskId, until: at(9) }, { now: at(1) })).rejects.toEqual(
    refused('CONFLICT', /has done this task already/),
  )
  expect(await reopenTask(cast.sam, { taskId })).toMatchObject({ status: 'open', dueAt: soon, doneBy: null })
  expect(await snoozeTask(cast.sam, { taskId, until: at(9) }, { now: at(5) })).toMatchObject({ dueAt: at(9) })
  await expect(snoozeTask(cast.sam, { taskId, until: at(2) }, { now: at(5) })).rejects.toEqual(refused('INVALID'))
  // What is overdue may be said in other words without a new time.
  expect(
    await editTask(cast.sam, { taskId, changes: { what: 'Call Per', dueAt: at(9) } }, { now: at(10) }),
  ).toMatchObject({ what: 'Call Per', overdue: true })
  await expect(editTask(cast.sam, { taskId, changes: {} })).rejects.toEqual(refused('INVALID'))
  expect(await cancelTask(cast.sam, { taskId }, { now: at(11) })).toMatchObject({ status: 'cancelled' })
  await expect(finishTask(cast.sam, { taskId })).rejects.toEqual(refused('CONFLICT', /was cancelled/))
  expect(await linesOf(leadId)).toEqual(['task_planned', 'task_done', 'task_reopened', 'task_cancelled'])
})

test('closing a lead, in whatever way, cancels what was planned, and reopening does not bring it back', async () => {
  const ends: Record<string, (lead: { leadId: string; handoffId: string }) => Promise<unknown>> = {
    won: ({ leadId }) => closeLead(cast.sam, { leadId, outcome: 'won' }, { now: at(1) }),
    disqualified: ({ handoffId }) =>
      returnHandoff(cast.sam, { handoffId, kind: 'disqualify', reason: 'no_fit' }, { now: at(1) }),
  }
  for (const end of Object.values(ends)) {
    const lead = await samsLead()
    const done = await plan(lead.leadId)
    await finishTask(cast.sam, { taskId: done.id }, { now: start })
    const open = await plan(lead.leadId)
    await end(lead)
    expect([await statusOf(done.id), await statusOf(open.id)]).toEqual(['done', 'cancelled'])
    await expect(plan(lead.leadId, {}, cast.max)).rejects.toEqual(refused('CONFLICT', /Reopen it/))
    await expect(reopenTask(cast.max, { taskId: done.id })).rejects.toEqual(refused('CONFLICT', /Reopen the lead/))
    await reopenLead(cast.max, { leadId: lead.leadId })
    expect(await statusOf(open.id)).toBe('cancelled')
  }
  const { leadId } = await samsLead()
  const { id } = await plan(leadId)
  await deleteLead(cast.max, { leadId })
  expect(await db.task.findUnique({ where: { id } })).toMatchObject({ cancelledAt: expect.any(Date) as Date })
})

test('a merge brings the tasks along; where it closes the lead they are cancelled, and an undo gives all back', async () => {
  const [kept, gone] = [await samsLead(), await samsLead()]
  const [here, there] = [await plan(kept.leadId), await plan(gone.leadId)]
  const one = await mergeLeads(cast.max, { keptId: kept.leadId, goneId: gone.leadId }, { now: at(1) })
  const tasks = await listTasks(cast.sam, { filters: { lead: kept.leadId }, now: start })
  expect(tasks.data.map(({ id }) => id).sort()).toEqual([here.id, there.id].sort())
  await undoMerge(cast.max, { mergeId: one.mergeId }, { now: at(2) })
  expect((await getTask(cast.sam, there.id, start)).leadId).toBe(gone.leadId)

  await cancelTask(cast.sam, { taskId: here.id }, { now: at(2) })
  await closeLead(cast.sam, { leadId: kept.leadId, outcome: 'won' }, { now: at(3) })
  const two = await mergeLeads(cast.max, { keptId: kept.leadId, goneId: gone.leadId }, { now: at(4) })
  expect(await statusOf(there.id)).toBe('cancelled')
  await undoMerge(cast.max, { mergeId: two.mergeId }, { now: at(5) })
  expect([await statusOf(there.id), await statusOf(here.id)]).toEqual(['open', 'cancelled'])
})

test('a touch and the next step are one: with a bad time neither is written', async () => {
  const { leadId } = await samsLead()
  const log = (dueAt: Date) =>
    logTouch(cast.sam, { leadId, channel: 'meeting', next: { what: 'Send the offer', dueAt } }, { now: start })
  await expect(log(at(-2))).rejects.toMatchObject({ code: 'INVALID', fields: { 'next.dueAt': expect.any(String) } })
  expect(await db.touchpoint.count({ where: { leadId } })).toBe(0)
  expect(await log(soon)).toMatchObject({
    lead: { touchCount: 1 },
    task: { what: 'Send the offer', dueAt: soon, assignee: { name: 'Sam' } },
  })
})

test('the list of a person: due first, by way to be due in the company’s days, page by page', async () => {
  const leadId = await newLead(cast.sara)
  const dues = [30, 2, 5, 5, 24 * 7, 24 * 9]
  for (const [n, hours] of dues.entries()) await plan(leadId, { what: `${n}`, dueAt: at(hours) }, cast.sara)
  const now = at(3)
  const filters: TaskFilters = { assignee: cast.sara.id, status: 'open' }
  const whats = async (due: TaskFilters['due']) =>
    (await listTasks(cast.sara, { filters: { ...filters, due }, now })).data.map(({ what }) => what)
  expect(await whats('overdue')).toEqual(['1'])
  expect(await whats('today')).toEqual(['2', '3'])
  expect(await whats('week')).toEqual(['0', '4'])
  expect(await whats('later')).toEqual(['5'])
  expect(await whats(['overdue', 'week'])).toEqual(['1', '0', '4'])
  expect(await countTasks(cast.sara, { ...filters, due: ['overdue', 'today'] }, now)).toBe(3)

  const seen: string[] = []
  for (let cursor: string | undefined; ;) {
    const page = await listTasks(cast.sara, { filters, limit: 2, now, ...(cursor ? { cursor } : {}) })
    seen.push(...page.data.map(({ what }) => what))
    if (!page.nextCursor) break
    cursor = page.nextCursor
  }
  expect(seen).toEqual(['1', '2', '3', '0', '4', '5'])

  // A manager looks at the days of all reps; a marketer's task is not among them.
  await plan(leadId, { what: 'Mia’s' }, cast.mia)
  const ofReps = await listTasks(cast.max, { filters: { role: 'rep', lead: leadId, status: 'open' }, now })
  expect(ofReps.data.map(({ what }) => what)).toEqual(seen)
})
