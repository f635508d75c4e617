import 'server-only'
import type { Tx } from '@/lib/db'
import { type Withdrawal, withdrawOffers } from '@/lib/handoffs/withdraw-offers'

/** A step: ends the open handoffs of locked leads: an accepted one is CLOSED, a waiting offer withdrawn. */
export async function endHandoffs(tx: Tx, leadIds: string[], withdrawal: Withdrawal): Promise<void> {
  const ofLeads = { leadId: { in: leadIds } }
  await tx.handoff.updateMany({
    where: { ...ofLeads, status: 'ACCEPTED' },
    data: { status: 'CLOSED', closedAt: withdrawal.now },
  })
  await withdrawOffers(tx, ofLeads, withdrawal)
}
