import 'server-only'
import { command } from '@/lib/command'
import { snoozeTaskInput } from '@/lib/tasks/input'
import { getTask, lockOpenTask } from '@/lib/tasks/queries'
import { refusePast } from '@/lib/tasks/settle-facts'

/**
 * Puts a task off until a moment to come.
 *
 * Throws FORBIDDEN for those who may not change it, CONFLICT for a task that is done or cancelled, INVALID for a time that
 * has passed.
 */
export const snoozeTask = command(
  { ability: 'task.plan', input: snoozeTaskInput },
  async ({ tx, actor, input: { taskId, until }, now }) => {
    await lockOpenTask(tx, actor, taskId)
    refusePast(until, now, 'until')
    await tx.task.update({ where: { id: taskId }, data: { dueAt: until } })
    return getTask(actor, taskId, now, tx)
  },
)
