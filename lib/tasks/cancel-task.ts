import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import { command } from '@/lib/command'
import { taskIdInput } from '@/lib/tasks/input'
import { getTask, lockOpenTask } from '@/lib/tasks/queries'

/**
 * A task need not be done any more.
 *
 * Throws FORBIDDEN for those who may not change it, CONFLICT for a task that is done or cancelled.
 */
export const cancelTask = command(
  { ability: 'task.plan', input: taskIdInput },
  async ({ tx, actor, input: { taskId }, now }) => {
    const { leadId, what } = await lockOpenTask(tx, actor, taskId)
    await tx.task.update({ where: { id: taskId }, data: { cancelledAt: now } })
    await recordActivity(tx, { actorId: actor.id, now }, [{ type: 'task_cancelled', leadId, data: { what } }])
    return getTask(actor, taskId, now, tx)
  },
)
