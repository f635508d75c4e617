import 'server-only'
import type { HandoffSort } from '@/lib/handoffs/filters'
import type { SortColumn } from '@/lib/keyset'
import { leadSortColumns } from '@/lib/leads/lead-sorts'
import { Prisma } from '@/prisma/generated/client'

const { sql, empty } = Prisma

/** What each sort of handoffs `h` compares, and the tables that it needs besides. */
const sorts: Record<HandoffSort, SortColumn & { joined?: Prisma.Sql }> = {
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
  },
  rep: { column: sql`lower(r.name)`, type: 'text', joined: sql`left join person r on r.id = h.rep_id` },
}

export const handoffSortColumns: Record<HandoffSort, SortColumn> = sorts

/** The relation that a list of this sort reads. */
export const handoffsFrom = (sort: string): Prisma.Sql =>
  sql`handoff h ${sorts[sort.replace('-', '') as HandoffSort].joined ?? empty}`
