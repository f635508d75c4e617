import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import { command } from '@/lib/command'
import { taskIdInput } from '@/lib/tasks/input'
import { getTask, lockTask } from '@/lib/tasks/queries'

/**
 * A task is done. Finishing it again is fine: who did it first stays.
 *
 * Throws FORBIDDEN for those who may not change it, CONFLICT for a cancelled task.
 */
export const finishTask = command(
  { ability: 'task.plan', input: taskIdInput },
  async ({ tx, actor, input: { taskId }, now }) => {
    const { doneAt, leadId, what } = await lockTask(tx, actor, taskId)
    if (!doneAt) {
      await tx.task.update({ where: { id: taskId }, data: { doneAt: now, doneById: actor.id } })
      await recordActivity(tx, { actorId: actor.id, now }, [{ type: 'task_done', leadId, data: { what } }])
    }
    return getTask(actor, taskId, now, tx)
  },
)
