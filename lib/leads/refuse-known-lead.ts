import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { visibleLeads } from '@/lib/access/scopes'
import type { Tx } from '@/lib/db'
import { conflict } from '@/lib/errors'
import type { LeadFacts } from '@/lib/leads/input'
import { knownBy } from '@/lib/leads/known-by'
import { leadName } from '@/lib/leads/lead-shape'

/**
 * A step: throws CONFLICT when a lead is known by externalId, or by email where one of the two has no externalId (two
 * ids with one address are two leads); one that was merged away stands for the lead that it became. It names the lead
 * only to those who may see it.
 */
export async function refuseKnownLead(
  tx: Tx,
  actor: Actor,
  { email, externalId }: Pick<LeadFacts, 'email' | 'externalId'>,
  exceptId?: string,
): Promise<void> {
  const same = (await knownBy(tx, [{ email, externalId }])).filter(
    (known) =>
      known.leadId !== exceptId &&
      (known.externalId === (externalId ?? null) || (known.email === email && !(known.externalId && externalId))),
  )
  const ids = same.map(({ leadId }) => leadId)
  const known = await tx.lead.findFirst({
    where: { id: { in: ids } },
    orderBy: [{ externalId: 'asc' }, { id: 'asc' }],
  })
  if (!known) return
  const by = externalId && same.some((one) => one.externalId === externalId) ? 'external id' : 'email address'
  const isVisible = await tx.lead.count({ where: { AND: [{ id: known.id }, visibleLeads(actor)] } })
  if (!isVisible) throw conflict('This lead is already known. Ask Marketing.')
  const [id, name] = [known.id, leadName(known)]
  throw conflict(`${name} has this ${by} already (lead ${id}). Open that lead instead.`, { noun: 'lead', id, name })
}
