import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { isEditable, visibleLeads } from '@/lib/access/scopes'
import { db, type Tx } from '@/lib/db'
import { conflict, forbidden, notFound } from '@/lib/errors'
import { lockLeads } from '@/lib/leads/lock-leads'
import { taskInclude, type TaskRow, taskShape, type TaskShape } from '@/lib/tasks/task-shape'

async function getTaskRow(tx: Tx, actor: Actor, taskId: string): Promise<TaskRow> {
  const task = await tx.task.findFirst({
    where: { id: taskId, lead: { is: visibleLeads(actor) } },
    include: taskInclude,
  })
  if (!task) throw notFound('task')
  return task
}

/**
 * A step: a task that the actor may change, with its lead locked until the end of the transaction. Those may who may plan
 * tasks on the lead, and whose task it is.
 *
 * Throws NOT_FOUND for a task of a lead that does not exist for the actor, FORBIDDEN, CONFLICT for a cancelled task.
 */
export async function lockTask(tx: Tx, actor: Actor, taskId: string): Promise<TaskRow> {
  const { leadId } = await getTaskRow(tx, actor, taskId)
  await lockLeads(tx, [leadId])
  const task = await getTaskRow(tx, actor, taskId)
  if (task.leadId !== leadId) throw conflict('This lead was merged with another at this moment. Look at it again.')
  if (task.assigneeId !== actor.id && !isEditable(actor, task.lead))
    throw forbidden(`Only ${task.assignee.name}, the rep who has this lead, or a manager may change this task.`)
  if (task.cancelledAt) throw conflict('This task was cancelled. Plan a new one.')
  return task
}

/** The same, which is not done yet. Throws CONFLICT when it is. */
export async function lockOpenTask(tx: Tx, actor: Actor, taskId: string): Promise<TaskRow> {
  const task = await lockTask(tx, actor, taskId)
  if (task.doneAt) throw conflict(`${task.doneBy?.name ?? 'Somebody'} has done this task already.`)
  return task
}

/** The task as the API answers it. Throws NOT_FOUND. */
export async function getTask(actor: Actor, taskId: string, now: Date, tx: Tx = db): Promise<TaskShape> {
  return taskShape(await getTaskRow(tx, actor, taskId), now)
}
