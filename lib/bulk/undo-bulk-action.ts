import 'server-only'
import { bulkInclude, bulkShape, undoWithinHours } from '@/lib/bulk/bulk-shape'
import { bulkIdInput } from '@/lib/bulk/input'
import { lockBulkAction } from '@/lib/bulk/lock-bulk-action'
import { command } from '@/lib/command'
import { conflict, forbidden } from '@/lib/errors'
import { addJob } from '@/lib/jobs/add-job'

const hourMs = 3_600_000

/**
 * Begins to void exactly the touches that a bulk action logged, within 24 hours. What followed from them is counted
 * anew: an offer that nobody accepted is withdrawn, a lead that a rep has accepted stays with them.
 *
 * Throws FORBIDDEN for somebody else's action (managers and admins undo any), CONFLICT when it is of another kind,
 * still running, undone already or too old.
 */
export const undoBulkAction = command(
  { ability: 'bulk.run', input: bulkIdInput },
  async ({ tx, actor, input: { bulkActionId }, now }) => {
    const { kind, status, createdAt, createdById } = await lockBulkAction(tx, bulkActionId)
    if (createdById !== actor.id && actor.role !== 'manager' && actor.role !== 'admin')
      throw forbidden('Only the person who logged these touches, or a manager, may take them back.')
    if (kind !== 'touch') throw conflict('Only touches can be taken back.')
    if (status === 'running') throw conflict('These touches are still being logged. Cancel that first.')
    if (status === 'undoing' || status === 'undone') throw conflict('These touches are taken back already.')
    if (now.getTime() - createdAt.getTime() > undoWithinHours * hourMs)
      throw conflict(`Touches can be taken back within ${undoWithinHours} hours. Void single ones on their leads.`)
    const undoing = await tx.bulkAction.update({
      where: { id: bulkActionId },
      data: { status: 'undoing', failure: null },
      include: bulkInclude,
    })
    await addJob(tx, 'run-bulk-action', { bulkActionId })
    return bulkShape(undoing)
  },
)
