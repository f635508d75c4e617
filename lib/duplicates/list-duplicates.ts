import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import type { Evidence } from '@/lib/duplicates/evidence'
import { type BrowsedPage, keyset, type KeysetRow } from '@/lib/keyset'
import { isLive } from '@/lib/leads/filter-sql'
import { leadInclude, leadShape, type LeadShape } from '@/lib/leads/lead-shape'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** Two leads that may be one. The one with the longer history comes first: it is proposed to be kept. */
export type Duplicate = { id: string; leads: [LeadShape, LeadShape]; evidence: Evidence[]; foundAt: Date }

const isOpen = sql`s.dismissed_at is null and ${isLive(sql`s.low_id`)} and ${isLive(sql`s.high_id`)}`
const columns = { strength: { column: sql`s.strength`, type: 'whole', isAlwaysThere: true } } as const
export const duplicatesAPage = 25

/**
 * A page of the pairs of leads that may be one, the surest first.
 *
 * Throws INVALID for a cursor of another list.
 */
export async function listDuplicates(
  actor: Actor,
  { cursor, limit = duplicatesAPage }: { cursor?: string | undefined; limit?: number },
): Promise<BrowsedPage<Duplicate>> {
  authorise(actor, 'duplicate.read')
  const { value, after, orderBy, page } = keyset(columns, sql`s.id`, { sort: '-strength', cursor })
  const found = await db.$queryRaw<KeysetRow[]>(sql`
    select s.id, ${value} as value from suspicion s
    where ${isOpen} and ${after} order by ${orderBy} limit ${limit + 1}`)
  const { data: ids, ...cursors } = page(found, limit)
  const pair = { include: leadInclude } as const
  const rows = await db.suspicion.findMany({ where: { id: { in: ids } }, include: { low: pair, high: pair } })
  const data = ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id)
    if (!row) return []
    const leads = [leadShape(row.low), leadShape(row.high)].toSorted(byHistory) as [LeadShape, LeadShape]
    return [{ id, leads, evidence: row.evidence as Evidence[], foundAt: row.foundAt }]
  })
  return { data, ...cursors }
}

/** How many pairs are suspected. */
export async function countDuplicates(actor: Actor): Promise<number> {
  authorise(actor, 'duplicate.read')
  const [row] = await db.$queryRaw<{ count: number }[]>(sql`
    select count(*)::int as count from suspicion s where ${isOpen}`)
  return row?.count ?? 0
}

type Known = Pick<
  LeadShape,
  'lifetimeTouchCount' | 'createdAt' | 'firstName' | 'lastName' | 'email' | 'phone' | 'title'
>

const factsOf = ({ firstName, lastName, email, phone, title }: Known) =>
  [firstName, lastName, email, phone, title].filter(Boolean).length

/** More touches first, then the better known, then the older. */
const byHistory = (one: Known, other: Known): number =>
  other.lifetimeTouchCount - one.lifetimeTouchCount ||
  factsOf(other) - factsOf(one) ||
  one.createdAt.getTime() - other.createdAt.getTime()
