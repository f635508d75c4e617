import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { visibleLeads } from '@/lib/access/scopes'
import { db } from '@/lib/db'
import { askedFacts, candidatePairs, comparables, suspectedPairs } from '@/lib/duplicates/candidates'
import { type Comparable, type Evidence, evidenceOf, strengthOf } from '@/lib/duplicates/evidence'
import { leadName } from '@/lib/leads/lead-shape'

/** A lead that may be the same as another, with why. */
export type Lookalike = { id: string; name: string; company: string | null; evidence: Evidence[] }

const mostShown = 3

/** The leads that may be the same as this one, the surest first; not those of whom somebody said that they aren't. */
export async function listLookalikes(actor: Actor, leadId: string): Promise<Lookalike[]> {
  authorise(actor, 'duplicate.read')
  const pairs = await suspectedPairs(db, [leadId])
  if (pairs.length === 0) return []
  const dismissed = await db.suspicion.findMany({
    where: { OR: [{ lowId: leadId }, { highId: leadId }], dismissedAt: { not: null } },
    select: { lowId: true, highId: true },
  })
  const other = ({ lowId, highId }: { lowId: string; highId: string }) => (lowId === leadId ? highId : lowId)
  const isOut = new Set(dismissed.map(other))
  return named(
    actor,
    pairs.map((pair) => ({ id: other(pair), evidence: pair.evidence })).filter(({ id }) => !isOut.has(id)),
  )
}

/** The leads that may be the same as one that is being typed, as far as the actor may see them. */
export async function listKnownAlike(actor: Actor, facts: Comparable): Promise<Lookalike[]> {
  authorise(actor, 'lead.create')
  const ids = (await candidatePairs(db, askedFacts(facts))).map(({ otherId }) => otherId)
  const known = await comparables(db, ids)
  return named(
    actor,
    [...known].map(([id, lead]) => ({ id, evidence: evidenceOf(facts, lead) })),
  )
}

async function named(actor: Actor, found: { id: string; evidence: Evidence[] }[]): Promise<Lookalike[]> {
  const surest = found
    .filter(({ evidence }) => evidence.length > 0)
    .toSorted((one, other) => strengthOf(other.evidence) - strengthOf(one.evidence))
  const leads = await db.lead.findMany({
    where: { AND: [{ id: { in: surest.map(({ id }) => id) } }, visibleLeads(actor)] },
    include: { company: { select: { name: true } } },
  })
  return surest
    .flatMap(({ id, evidence }) => {
      const lead = leads.find((one) => one.id === id)
      return lead ? [{ id, name: leadName(lead), company: lead.company?.name ?? null, evidence }] : []
    })
    .slice(0, mostShown)
}
