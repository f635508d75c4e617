import 'server-only'
import { bulkFacts, settleHeldInput } from '@/lib/bulk/input'
import { lockBulkAction } from '@/lib/bulk/lock-bulk-action'
import { command } from '@/lib/command'
import { conflict } from '@/lib/errors'
import { addJob } from '@/lib/jobs/add-job'

/**
 * Ends the waiting of the offers that a bulk action holds back: all are made at once, whatever the hour, or none.
 *
 * Throws FORBIDDEN, NOT_FOUND, and CONFLICT when none waits or the action is still under way.
 */
export const settleHeldOffers = command(
  { ability: 'bulk.run', input: settleHeldInput },
  async ({ tx, actor, input: { bulkActionId, held }, now }) => {
    const action = await lockBulkAction(tx, bulkActionId)
    if (action.status === 'running' || action.status === 'undoing')
      throw conflict('This is still under way. Wait until it has ended, or cancel it first.')
    const waiting = { bulkActionId, settledAt: null }
    if ((await tx.heldOffer.count({ where: waiting })) === 0) throw conflict('No offer is held back any more.')
    if (held === 'drop') {
      await tx.heldOffer.updateMany({
        where: waiting,
        data: { settledAt: now, droppedWhy: `${actor.name} let it go.` },
      })
      return
    }
    const facts = bulkFacts.parse(action.facts)
    if ('offersPerDay' in facts) delete facts.offersPerDay
    await tx.bulkAction.update({ where: { id: bulkActionId }, data: { facts } })
    await addJob(tx, 'run-bulk-action', { bulkActionId })
  },
)
