import 'server-only'
import type * as z from 'zod'
import type { Actor } from '@/lib/access/actor'
import { isEditable } from '@/lib/access/scopes'
import { recordActivity } from '@/lib/activity/record-activity'
import type { Tx } from '@/lib/db'
import { conflict, forbidden } from '@/lib/errors'
import type { LeadRow } from '@/lib/leads/lead-shape'
import type { nextStep } from '@/lib/tasks/input'
import { refusePast, taskAssignee } from '@/lib/tasks/settle-facts'
import { taskInclude, taskShape, type TaskShape } from '@/lib/tasks/task-shape'

type NewTask = z.output<typeof nextStep> & { assignee?: string | undefined }

/**
 * A step: plans a task on a locked lead, by default for the actor.
 *
 * Throws FORBIDDEN for a rep whose lead it is not, CONFLICT for a closed lead, INVALID for a time that has passed and for
 * an assignee who does not see the lead.
 */
export async function addTask(
  tx: Tx,
  actor: Actor,
  lead: LeadRow,
  { what, dueAt, assignee = actor.id }: NewTask,
  now: Date,
): Promise<TaskShape> {
  if (!isEditable(actor, lead)) throw forbidden('Only the rep who has this lead, or a manager, may plan tasks on it.')
  const outcome = lead.state?.outcome
  if (outcome !== 'OPEN')
    throw conflict(`This lead is ${outcome === 'WON' ? 'won' : 'lost'}. Reopen it to plan something.`)
  refusePast(dueAt, now, 'dueAt')
  const { id, name } = await taskAssignee(tx, lead.id, assignee)
  const task = await tx.task.create({
    data: { leadId: lead.id, what, dueAt, assigneeId: id, createdById: actor.id, createdAt: now },
    include: taskInclude,
  })
  await recordActivity(tx, { actorId: actor.id, now }, [
    {
      type: 'task_planned',
      leadId: lead.id,
      data: { what, dueAt: dueAt.toISOString(), ...(id === actor.id ? {} : { assignee: name }) },
    },
  ])
  return taskShape(task, now)
}
