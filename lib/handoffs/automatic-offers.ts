import 'server-only'
import type { Tx } from '@/lib/db'
import { offerLeads } from '@/lib/handoffs/offer-leads'
import { withdrawOffers } from '@/lib/handoffs/withdraw-offers'

/**
 * An open lead on the MARKETING desk whom a counted touch brings from COLD to WARM or HOT is offered to Sales by
 * itself. One that is marked do-not-contact never is.
 */
export async function offerRisenLeads(tx: Tx, risenLeadIds: string[], now: Date): Promise<void> {
  if (risenLeadIds.length === 0) return
  const offered = await tx.leadState.findMany({
    where: {
      leadId: { in: risenLeadIds },
      outcome: 'OPEN',
      desk: 'MARKETING',
      doNotContact: false,
      lead: { deletedAt: null },
    },
    select: { leadId: true },
  })
  const leadIds = offered.map(({ leadId }) => leadId)
  await offerLeads(tx, leadIds, { origin: 'automatic', offeredById: null, now })
}

/** An automatic offer that still waits goes when its reason goes: the lead has fallen back to COLD. */
export async function withdrawFallenOffers(tx: Tx, fallenLeadIds: string[], now: Date): Promise<void> {
  if (fallenLeadIds.length === 0) return
  await withdrawOffers(
    tx,
    { leadId: { in: fallenLeadIds }, origin: 'automatic' },
    { why: 'stage_fell', byId: null, now },
  )
}
