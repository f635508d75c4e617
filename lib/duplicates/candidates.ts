import 'server-only'
import type { Tx } from '@/lib/db'
import { type Comparable, type Evidence, evidenceOf } from '@/lib/duplicates/evidence'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** More leads with one telephone or address are a switchboard or a shared mailbox, and say nothing. */
const mostSharing = 8
/** Of a larger company only names that are wholly the same are found. */
const mostColleagues = 500
const mostNamesakes = 200
/** Below this two names have hardly a part of three letters in common; the rule itself is in evidence.ts. */
const leastSimilarity = 0.4

const nameOf = (lead: string) =>
  Prisma.raw(`(lower(coalesce(${lead}.first_name, '') || ' ' || coalesce(${lead}.last_name, '')) collate "C")`)

/**
 * Leads whose doubles are looked for, as a relation: id (null for one that is only being typed), email, phone_key, name
 * (lower case), company_key.
 */
export const askedLeads = (leadIds: string[]): Prisma.Sql => sql`(
  select l.id, l.email, phone_key(l.phone) as phone_key, ${nameOf('l')} as name, c.name_key as company_key
  from lead l left join company c on c.id = l.company_id
  where l.id = any(${leadIds}::uuid[]) and l.deleted_at is null
)`

export const askedFacts = ({ firstName, lastName, email, phone, companyKey }: Comparable): Prisma.Sql => sql`(
  select null::uuid as id, ${email}::text as email, phone_key(${phone}::text) as phone_key,
    (lower(coalesce(${firstName}::text, '') || ' ' || coalesce(${lastName}::text, '')) collate "C") as name,
    ${companyKey}::text as company_key
)`

/** Two leads that may be one; `id` is of those that were asked about. */
export type Pair = { id: string | null; otherId: string }

/**
 * The living leads that share something with those asked about, each way of sharing by its index and with a bound, so
 * that a batch costs the same whatever the number of leads.
 */
export async function candidatePairs(tx: Tx, asked: Prisma.Sql): Promise<Pair[]> {
  const sharing = (condition: Prisma.Sql) => sql`
    cross join lateral (
      select array_agg(id) as ids from (
        select o.id from lead o where ${condition} and o.deleted_at is null and o.id is distinct from a.id
        limit ${mostSharing + 1}
      ) few having count(*) <= ${mostSharing}
    ) sharing cross join lateral unnest(sharing.ids) as other(id)`
  return tx.$queryRaw<Pair[]>(sql`
    with a as materialized (select * from ${asked} asked)
    select a.id, other.id as "otherId" from a ${sharing(sql`o.email = a.email`)} where a.email is not null
    union
    select a.id, other.id from a ${sharing(sql`o.phone is not null and phone_key(o.phone) = a.phone_key`)}
    where a.phone_key is not null
    union
    select a.id, o.id from a
    cross join lateral (
      select l.id, l.company_id from lead l
      where ${nameOf('l')} = a.name and l.deleted_at is null and l.id is distinct from a.id limit ${mostNamesakes}
    ) o join company c on c.id = o.company_id
    where c.name_key = a.company_key and a.name like '_% _%'
    union
    select a.id, o.id from a
    cross join lateral (
      select l.id, l.first_name, l.last_name from company c join lead l on l.company_id = c.id
      where c.name_key = a.company_key and l.deleted_at is null and l.id is distinct from a.id limit ${mostColleagues}
    ) o
    where a.company_key is not null and similarity(${nameOf('o')}, a.name) >= ${leastSimilarity}`)
}

/** A step: what is compared of leads, by id. */
export async function comparables(tx: Tx, leadIds: string[]): Promise<Map<string, Comparable>> {
  const leads = await tx.lead.findMany({
    where: { id: { in: leadIds } },
    select: {
      id: true,
      firstName: true,
      lastName: true,
      email: true,
      phone: true,
      company: { select: { nameKey: true } },
    },
  })
  return new Map(leads.map(({ id, company, ...lead }) => [id, { ...lead, companyKey: company?.nameKey ?? null }]))
}

/** Pairs of leads that something speaks for, with the evidence. */
export async function suspectedPairs(
  tx: Tx,
  leadIds: string[],
): Promise<{ lowId: string; highId: string; evidence: Evidence[] }[]> {
  const pairs = await candidatePairs(tx, askedLeads(leadIds))
  const leads = await comparables(tx, [...new Set(pairs.flatMap(({ id, otherId }) => [id ?? otherId, otherId]))])
  const found = new Map<string, { lowId: string; highId: string; evidence: Evidence[] }>()
  for (const { id, otherId } of pairs) {
    const [one, other] = [leads.get(id ?? ''), leads.get(otherId)]
    if (!id || !one || !other) continue
    const [lowId, highId] = id < otherId ? [id, otherId] : [otherId, id]
    const evidence = evidenceOf(one, other)
    if (evidence.length > 0) found.set(`${lowId} ${highId}`, { lowId, highId, evidence })
  }
  return [...found.values()]
}
