import 'server-only'
import { bulkInclude, bulkShape } from '@/lib/bulk/bulk-shape'
import { bulkIdInput } from '@/lib/bulk/input'
import { lockBulkAction } from '@/lib/bulk/lock-bulk-action'
import { command } from '@/lib/command'
import { conflict } from '@/lib/errors'

/**
 * Stops a bulk action after the leads that are being changed. What is done stays done.
 *
 * Throws CONFLICT when it has ended.
 */
export const cancelBulkAction = command(
  { ability: 'bulk.run', input: bulkIdInput },
  async ({ tx, input: { bulkActionId }, now }) => {
    const { status } = await lockBulkAction(tx, bulkActionId)
    if (status !== 'running' && status !== 'cancelled') throw conflict(`This is ${status} already.`)
    const cancelled = await tx.bulkAction.update({
      where: { id: bulkActionId },
      data: status === 'running' ? { status: 'cancelled', finishedAt: now } : {},
      include: bulkInclude,
    })
    return bulkShape(cancelled)
  },
)
