import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import { command } from '@/lib/command'
import { conflict } from '@/lib/errors'
import { taskIdInput } from '@/lib/tasks/input'
import { getTask, lockTask } from '@/lib/tasks/queries'

/**
 * A task that was said to be done is not: it is open again, due when it was. Opening an open one is fine.
 *
 * Throws FORBIDDEN for those who may not change it, CONFLICT for a cancelled task and for one of a closed lead.
 */
export const reopenTask = command(
  { ability: 'task.plan', input: taskIdInput },
  async ({ tx, actor, input: { taskId }, now }) => {
    const { doneAt, leadId, lead, what } = await lockTask(tx, actor, taskId)
    if (lead.state?.outcome !== 'OPEN') throw conflict('The lead of this task is closed. Reopen the lead first.')
    if (doneAt) {
      await tx.task.update({ where: { id: taskId }, data: { doneAt: null, doneById: null } })
      await recordActivity(tx, { actorId: actor.id, now }, [{ type: 'task_reopened', leadId, data: { what } }])
    }
    return getTask(actor, taskId, now, tx)
  },
)
