import type { LeadRow } from '@/lib/leads/lead-shape'
import type { Desk, Outcome, Reason } from '@/prisma/generated/enums'

/** Where a lead stands by what people decided; the count and the stage follow from its ledger. */
export type Standing = {
  outcome: Outcome
  lostReason: Reason | null
  closedAt: string | null
  desk: Desk
  repId: string | null
  /** Its handoff that is WAITING or ACCEPTED. */
  open: { id: string; status: 'WAITING' | 'ACCEPTED' } | null
}

/**
 * All that people know and decided about a lead at one moment, as it is kept in a merge's row: an undo reads there what
 * was before. Times are ISO 8601, days YYYY-MM-DD, amounts text.
 */
export type LeadSnapshot = {
  firstName: string | null
  lastName: string | null
  email: string | null
  phone: string | null
  title: string | null
  companyId: string | null
  externalId: string | null
  source: string | null
  value: string | null
  currency: string | null
  tags: string[]
  details: Record<string, unknown>
  createdAt: string
  ownerId: string | null
  wasOffered: boolean
  doNotContact: boolean
  recycledAt: string | null
  wakeOn: string | null
  standing: Standing
}

export function snapshotOf(lead: LeadRow, open: Standing['open']): LeadSnapshot {
  const { state } = lead
  if (!state) throw new Error(`lead ${lead.id} has no state`)
  return {
    firstName: lead.firstName,
    lastName: lead.lastName,
    email: lead.email,
    phone: lead.phone,
    title: lead.title,
    companyId: lead.companyId,
    externalId: lead.externalId,
    source: lead.source,
    value: lead.value && lead.value.toFixed(2),
    currency: lead.currency,
    tags: lead.tags,
    details: lead.details as Record<string, unknown>,
    createdAt: lead.createdAt.toISOString(),
    ownerId: state.ownerId,
    wasOffered: state.wasOffered,
    doNotContact: state.doNotContact,
    recycledAt: state.recycledAt && state.recycledAt.toISOString(),
    wakeOn: state.wakeOn && state.wakeOn.toISOString().slice(0, 10),
    standing: {
      outcome: state.outcome,
      lostReason: state.lostReason,
      closedAt: state.closedAt && state.closedAt.toISOString(),
      desk: state.desk,
      repId: state.repId,
      open,
    },
  }
}

/** Whether two standings say the same. */
export const isSameStanding = (one: Standing, other: Standing): boolean =>
  one.outcome === other.outcome &&
  one.lostReason === other.lostReason &&
  one.closedAt === other.closedAt &&
  one.desk === other.desk &&
  one.repId === other.repId &&
  one.open?.id === other.open?.id &&
  one.open?.status === other.open?.status
