import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { HandoffSort } from '@/lib/handoffs/filters'
import type { SortColumn } from '@/lib/keyset'
import { leadSortColumns } from '@/lib/leads/lead-sorts'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/**
 * What each sort of handoffs `h` compares, and the table besides that says it. `isWalked` where that one has an index in
 * this order, so that a long list is found along it.
 */
const sorts: Record<HandoffSort, SortColumn & { joined?: Prisma.Sql; isWalked?: true }> = {
  dueAt: { column: sql`h.due_at`, type: 'time', isAlwaysThere: true },
  offeredAt: { column: sql`h.offered_at`, type: 'time', isAlwaysThere: true },
  since: {
    column: sql`coalesce(h.closed_at, h.withdrawn_at, h.returned_at, h.accepted_at, h.offered_at)`,
    type: 'time',
    isAlwaysThere: true,
  },
  status: { column: sql`h.status::text`, type: 'text', isAlwaysThere: true },
  offerTouches: { column: sql`h.offer_touch_count`, type: 'whole', isAlwaysThere: true },
  touchCount: {
    column: sql`s.touch_count`,
    type: 'whole',
    isAlwaysThere: true,
    joined: sql`join lead_state s on s.lead_id = h.lead_id`,
  },
  lead: {
    column: leadSortColumns.name.column,
    type: 'text',
    isAlwaysThere: true,
    joined: sql`join lead l on l.id = h.lead_id`,
    isWalked: true,
  },
  rep: { column: sql`lower(r.name)`, type: 'text', joined: sql`left join person r on r.id = h.rep_id` },
}

export const handoffSortColumns: Record<HandoffSort, SortColumn> = sorts

/** Due first, but what waits for the person alone before all others. */
export const dueAtFirstFor = ({ id }: Pick<Actor, 'id'>, now: Date): SortColumn => ({
  column: sql`case when h.given_to_id = ${id}::uuid and h.due_at > ${now}::timestamptz
    then h.due_at - interval '1000 years' else h.due_at end`,
  type: 'time',
  isAlwaysThere: true,
})

/** Up to how many handoffs are gathered before they are sorted by what other rows say. */
const gatheredUpTo = 10_000

/**
 * The handoffs `h` that meet the condition, with what the sort needs besides; `count` says how many there are. They are
 * gathered first, for the database would look for the few of a view among all leads; long lists follow an index.
 */
export async function handoffsFrom(sort: string, where: Prisma.Sql, count: () => Promise<number>): Promise<Prisma.Sql> {
  const { joined, isWalked } = sorts[sort.replace('-', '') as HandoffSort]
  if (!joined) return sql`handoff h where ${where}`
  if (isWalked && (await count()) > gatheredUpTo) return sql`handoff h ${joined} where ${where}`
  return sql`(select * from handoff h where ${where} offset 0) h ${joined} where true`
}
