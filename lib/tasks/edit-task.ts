import 'server-only'
import { command } from '@/lib/command'
import { editTaskInput } from '@/lib/tasks/input'
import { getTask, lockOpenTask } from '@/lib/tasks/queries'
import { refusePast, taskAssignee } from '@/lib/tasks/settle-facts'

/**
 * Says anew what is to be done, when, or by whom.
 *
 * Throws FORBIDDEN for those who may not change it, CONFLICT for a task that is done or cancelled, INVALID for a time that
 * has passed and for an assignee who does not see the lead.
 */
export const editTask = command({ ability: 'task.plan', input: editTaskInput }, async ({ tx, actor, input, now }) => {
  const { taskId, changes } = input
  const { what, dueAt, assignee } = changes
  const task = await lockOpenTask(tx, actor, taskId)
  if (dueAt && dueAt.getTime() !== task.dueAt.getTime()) refusePast(dueAt, now, 'changes.dueAt')
  if (assignee !== undefined) await taskAssignee(tx, task.leadId, assignee)
  await tx.task.update({
    where: { id: taskId },
    data: {
      ...(what === undefined ? {} : { what }),
      ...(dueAt === undefined ? {} : { dueAt }),
      // Who is given it when it is due already is reminded too.
      ...(assignee === undefined || assignee === task.assigneeId ? {} : { assigneeId: assignee, remindedFor: null }),
    },
  })
  return getTask(actor, taskId, now, tx)
})
