import 'server-only'
import type { Tx } from '@/lib/db'
import { holdOffers } from '@/lib/handoffs/hold-offers'
import { offerLeads } from '@/lib/handoffs/offer-leads'
import { acceptDueAt } from '@/lib/handoffs/promise'
import { withdrawOffers } from '@/lib/handoffs/withdraw-offers'
import { tellOfOffers } from '@/lib/handoffs/tell-of-offers'
import { promiseRules } from '@/lib/settings/promise-rules'
import type { Prisma } from '@/prisma/generated/client'

/** Whether leads that become warm are offered to Sales by themselves; held back, as the bulk action has its pace. */
export type OffersRisen = boolean | { heldBy: string }

/** The leads among these that may be offered: open, on the MARKETING desk, not marked do-not-contact, and `also`. */
export async function offerableLeads(
  tx: Tx,
  leadIds: string[],
  also: Prisma.LeadStateWhereInput = {},
): Promise<string[]> {
  const offerable = await tx.leadState.findMany({
    where: {
      AND: also,
      leadId: { in: leadIds },
      outcome: 'OPEN',
      desk: 'MARKETING',
      doNotContact: false,
      lead: { deletedAt: null },
    },
    select: { leadId: true },
  })
  return offerable.map(({ leadId }) => leadId)
}

/**
 * An open lead on the MARKETING desk whom a counted touch brings from COLD to WARM or HOT is offered to Sales by
 * itself. One that is marked do-not-contact never is.
 */
export async function offerRisenLeads(
  tx: Tx,
  risenLeadIds: string[],
  { now, offersRisen }: { now: Date; offersRisen: OffersRisen },
): Promise<void> {
  if (!offersRisen || risenLeadIds.length === 0) return
  const leadIds = await offerableLeads(tx, risenLeadIds)
  if (offersRisen === true) await offerLeads(tx, leadIds, { origin: 'automatic', offeredById: null, now })
  else await holdOffers(tx, leadIds, { bulkActionId: offersRisen.heldBy, now })
}

/**
 * An offer that waits while touches make its lead hot is due as soon as a hot one would be, if that is sooner, and reps are
 * told. A merge or an import of the past hurries nobody.
 */
export async function hurryHotOffers(tx: Tx, hotLeadIds: string[], now: Date): Promise<void> {
  if (hotLeadIds.length === 0) return
  const dueAt = acceptDueAt(now, 'HOT', await promiseRules(tx))
  await tx.handoff.updateMany({
    where: { leadId: { in: hotLeadIds }, status: 'WAITING', dueAt: { gt: dueAt } },
    data: { dueAt },
  })
  const hot = await tx.handoff.findMany({
    where: { leadId: { in: hotLeadIds }, status: 'WAITING' },
    select: { id: true, leadId: true, givenToId: true },
  })
  await tellOfOffers(
    tx,
    { actorId: null, now },
    hot.map((offer) => ({ ...offer, isHot: true })),
  )
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
