import 'server-only'
import type { Tx } from '@/lib/db'

const isOpen = { doneAt: null, cancelledAt: null }

/** A step: cancels what is still to be done about locked leads. Their close or end tells it in the history. */
export async function cancelTasksOf(tx: Tx, leadIds: string[], now: Date): Promise<void> {
  await tx.task.updateMany({ where: { leadId: { in: leadIds }, ...isOpen }, data: { cancelledAt: now } })
}

/** A step: what was cancelled at that moment is to be done again, of those of the locked leads that are open. */
export async function reviveTasksOf(tx: Tx, leadIds: string[], cancelledAt: Date): Promise<void> {
  await tx.task.updateMany({
    where: { leadId: { in: leadIds }, lead: { is: { state: { is: { outcome: 'OPEN' } } } }, cancelledAt },
    data: { cancelledAt: null },
  })
}
