import 'server-only'
import type { Tx } from '@/lib/db'
import type { LeadReference } from '@/lib/imports/read-facts'
import { RowProblem } from '@/lib/imports/read-row'

/** What a lead is recognised by. */
export type Recognisable = { externalId: string | null; email: string | null }

/** The living leads that rows may mean, by external id and by address. */
export class KnownLeads<Lead extends Recognisable> {
  private readonly byExternalId = new Map<string, Lead>()
  private readonly byEmail = new Map<string, Set<Lead>>()

  constructor(leads: Lead[]) {
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
    const sharing = [...((email && this.byEmail.get(email)) || [])].filter((lead) => lead.email === email)
    const byEmail = externalId ? sharing.filter((lead) => lead.externalId === null) : sharing
    const meant = new Set([...(byId ? [byId] : []), ...byEmail])
    if (meant.size > 1 && byId)
      throw new RowProblem(`The external id ${externalId} and the email ${email} name two leads. Mend one of them.`)
    if (meant.size > 1)
      throw new RowProblem(`${meant.size} leads share the email ${email}. Say by its external id which one is meant.`)
    return [...meant][0]
  }
}

/** A step: the ids of the living leads that these references may mean. */
export async function idsOfLeads(tx: Tx, references: LeadReference[]): Promise<string[]> {
  const externalIds = references.flatMap(({ externalId }) => externalId ?? [])
  const emails = references.flatMap(({ email }) => email ?? [])
  const found = await tx.$queryRaw<{ id: string }[]>`
    select id from lead where external_id = any(${externalIds}) and external_id is not null and deleted_at is null
    union
    select id from lead where email = any(${emails}) and deleted_at is null`
  return found.map(({ id }) => id)
}

/** The lead that a row about a lead means. Throws RowProblem where there is none. */
export function leadOf<Lead extends Recognisable>(leads: KnownLeads<Lead>, reference: LeadReference): Lead {
  const lead = leads.recognise(reference)
  if (lead) return lead
  const { externalId, email } = reference
  const named = [externalId && `external id ${externalId}`, email && `email ${email}`].filter(Boolean).join(' and ')
  throw new RowProblem(`No lead has the ${named}. Import the leads first.`)
}
