import 'server-only'
import type { LeadReference } from '@/lib/imports/read-facts'
import { RowProblem } from '@/lib/imports/read-row'
import type { KnownBy } from '@/lib/leads/known-by'

/** What a lead is recognised by. */
export type Recognisable = { id: string; externalId: string | null; email: string | null }

/** The living leads that rows may mean, by external id and by address. */
export class KnownLeads<Lead extends Recognisable> {
  private readonly byExternalId = new Map<string, Lead>()
  private readonly byEmail = new Map<string, Set<Lead>>()
  private readonly formerly: { externalId: string | null; email: string | null; lead: Lead }[] = []

  /** `known` says by what else these leads are recognised: after merges, and where they have no name of their own. */
  constructor(leads: Lead[], known: KnownBy[]) {
    const byId = new Map(leads.map((lead) => [lead.id, lead]))
    for (const { leadId, externalId, email, isFormer } of known) {
      const lead = byId.get(leadId)
      if (!lead) continue
      if (externalId) this.byExternalId.set(externalId, lead)
      if (isFormer) this.formerly.push({ externalId, email, lead })
    }
    for (const lead of leads) this.add(lead)
  }

  /** Takes a lead in, or anew after its external id or address has been set. */
  add(lead: Lead): void {
    if (lead.externalId) this.byExternalId.set(lead.externalId, lead)
    if (lead.email) this.byEmail.set(lead.email, (this.byEmail.get(lead.email) ?? new Set()).add(lead))
  }

  /**
   * The lead that is meant: the one with this external id, or with this address where one of the two has no external
   * id (addresses are shared: two ids are two leads). Undefined where none is known.
   *
   * Throws RowProblem where external id and address name two leads, or an address alone several.
   */
  recognise({ externalId, email }: LeadReference): Lead | undefined {
    const byId = externalId ? this.byExternalId.get(externalId) : undefined
    const own = [...((email && this.byEmail.get(email)) || [])].map((lead) => ({
      externalId: lead.externalId,
      email: lead.email,
      lead,
    }))
    const former = email ? this.formerly : []
    const sharing = [...own, ...former].filter((name) => name.email === email)
    const byEmail = externalId ? sharing.filter((name) => name.externalId === null) : sharing
    const meant = new Set([...(byId ? [byId] : []), ...byEmail.map(({ lead }) => lead)])
    if (meant.size > 1 && byId)
      throw new RowProblem(`The external id ${externalId} and the email ${email} name two leads. Mend one of them.`)
    if (meant.size > 1)
      throw new RowProblem(`${meant.size} leads share the email ${email}. Say by its external id which one is meant.`)
    return [...meant][0]
  }

  /** Whether a lead is known by this external id. */
  hasId(externalId: string): boolean {
    return this.byExternalId.has(externalId)
  }

  /** The leads that have this address now. */
  withEmail(email: string): Lead[] {
    return [...(this.byEmail.get(email) ?? [])]
  }
}

/** Whether a reference means the lead by what it says of itself, not by what a merge left it. */
export const isOwnName = (lead: Recognisable, { externalId, email }: LeadReference): boolean =>
  externalId
    ? lead.externalId === externalId || (lead.externalId === null && lead.email === (email ?? null))
    : lead.email === (email ?? null)

/**
 * The lead that a row about a lead means; `seen` counts those that only the email told. Throws RowProblem where there is
 * none, and where the email may speak alone but is that of another lead than the id.
 */
export function leadOf<Lead extends Recognisable>(
  leads: KnownLeads<Lead>,
  reference: LeadReference,
  seen: { byEmail: number },
): Lead {
  const { externalId, email, orByEmail } = reference
  const lead = leads.recognise(reference)
  const sharing = externalId && email ? leads.withEmail(email) : []
  if (lead && orByEmail && sharing.length > 0 && !sharing.includes(lead))
    throw new RowProblem(`The external id ${externalId} and the email ${email} name two leads. Mend one of them.`)
  if (lead) return lead
  // In a file of deals the ids may be those of contacts, while the leads came with their own.
  const byEmail = orByEmail && email ? leads.recognise({ email }) : undefined
  if (byEmail) seen.byEmail++
  if (byEmail) return byEmail
  if (sharing.length > 0)
    throw new RowProblem(
      `No lead has the external id ${externalId}; the email ${email} is that of ` +
        `${sharing.map((other) => other.externalId).join(' and ')}. ` +
        'Mend the id, or let rows whose id is unknown go by their email.',
    )
  const named = [externalId && `external id ${externalId}`, email && `email ${email}`].filter(Boolean).join(' and ')
  throw new RowProblem(`No lead has the ${named}. Import the leads first.`)
}

/**
 * What a reference may mean: its id as it is, for an id may have any sign in it, or one of those of several contacts in
 * one cell.
 */
export function meaningsOf(reference: LeadReference): LeadReference[] {
  const cell = reference.externalId
  if (!cell) return [reference]
  const parts = cell.split(/[;,]/).map((id) => id.trim())
  return [...new Set([cell, ...parts.filter(Boolean)])].map((externalId) => ({ ...reference, externalId }))
}

/** The first meaning whose id a lead has; the reference as it is where none has. */
export const firstKnown = <Lead extends Recognisable>(leads: KnownLeads<Lead>, reference: LeadReference) =>
  meaningsOf(reference).find(({ externalId }) => externalId && leads.hasId(externalId)) ?? reference
