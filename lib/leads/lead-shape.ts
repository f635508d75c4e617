import type { Prisma } from '@/prisma/generated/client'

/** What a lead's answer is made from. */
export const leadInclude = {
  company: { select: { id: true, name: true, domain: true } },
  state: { include: { owner: { select: { id: true, name: true } }, rep: { select: { id: true, name: true } } } },
} satisfies Prisma.LeadInclude

export type LeadRow = Prisma.LeadGetPayload<{ include: typeof leadInclude }>

/** What a lead is called: its name, else its address, else its id elsewhere. */
export function leadName(lead: Pick<LeadRow, 'firstName' | 'lastName' | 'email' | 'externalId'>): string {
  const name = [lead.firstName, lead.lastName].filter(Boolean).join(' ')
  return name || lead.email || lead.externalId || 'Unnamed lead'
}

/** What a name is made of, for rows that name their lead. */
export const leadNameSelect = { id: true, firstName: true, lastName: true, email: true, externalId: true } as const

/** A lead as the API answers it and as pages read it. Times are Dates; value is a number in `currency`. */
export function leadShape(lead: LeadRow) {
  const { state } = lead
  if (!state) throw new Error(`lead ${lead.id} has no state`)
  return {
    id: lead.id,
    name: leadName(lead),
    firstName: lead.firstName,
    lastName: lead.lastName,
    email: lead.email,
    phone: lead.phone,
    title: lead.title,
    company: lead.company,
    externalId: lead.externalId,
    source: lead.source,
    value: lead.value === null ? null : Number(lead.value),
    currency: lead.currency,
    tags: lead.tags,
    details: lead.details as Record<string, string | number | boolean | null>,
    createdAt: lead.createdAt,
    stage: state.stage,
    outcome: state.outcome,
    lostReason: state.lostReason,
    desk: state.desk,
    touchCount: state.touchCount,
    lifetimeTouchCount: state.lifetimeTouchCount,
    marketingTouchCount: state.marketingTouchCount,
    salesTouchCount: state.salesTouchCount,
    ticks: state.ticks,
    overTouched: state.isOverTouched,
    lastTouchAt: state.lastTouchAt,
    warmedAt: state.warmedAt,
    hotAt: state.hotAt,
    closedAt: state.closedAt,
    recycledAt: state.recycledAt,
    wakeOn: state.wakeOn && state.wakeOn.toISOString().slice(0, 10),
    doNotContact: state.doNotContact,
    owner: state.owner,
    rep: state.rep,
    policyVersion: state.policyVersion,
    version: lead.version,
  }
}

export type LeadShape = ReturnType<typeof leadShape>
