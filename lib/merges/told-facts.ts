import type { LeadRow } from '@/lib/leads/lead-shape'
import type { MergeField, MergeSide } from '@/lib/merges/merged-facts'

export const fieldLabels: Record<MergeField, string> = {
  firstName: 'First name',
  lastName: 'Last name',
  email: 'Email',
  phone: 'Phone',
  title: 'Role',
  company: 'Company',
  externalId: 'External id',
  source: 'Source',
  value: 'Value',
  owner: 'Owner',
  standing: 'Where it stands',
}

/** How a fact of a lead is told, null where it has none. Where it stands is told by its handoffs. */
export const toldFacts: Record<Exclude<MergeField, 'standing'>, (lead: LeadRow) => string | null> = {
  firstName: ({ firstName }) => firstName,
  lastName: ({ lastName }) => lastName,
  email: ({ email }) => email,
  phone: ({ phone }) => phone,
  title: ({ title }) => title,
  company: ({ company }) => company && `${company.name}${company.domain ? ` (${company.domain})` : ''}`,
  externalId: ({ externalId }) => externalId,
  source: ({ source }) => source,
  value: ({ value, currency }) => value && `${value.toFixed(2)} ${currency ?? ''}`.trim(),
  owner: ({ state }) => state?.owner?.name ?? null,
}

/** The facts of both that the other's won over, in words: the history keeps what the merged lead no longer says. */
export function leftOut(kept: LeadRow, gone: LeadRow, sides: Record<MergeField, MergeSide>): Record<string, string> {
  const lost = Object.entries(toldFacts).flatMap(([field, tell]) => {
    const [won, other] = sides[field as MergeField] === 'kept' ? [kept, gone] : [gone, kept]
    const fact = tell(other)
    return fact !== null && fact !== tell(won) ? [[field, fact]] : []
  })
  return Object.fromEntries(lost) as Record<string, string>
}
