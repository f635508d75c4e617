import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import { handoffsWhere } from '@/lib/handoffs/filter-sql'
import type { HandoffFilters, HandoffSortWord } from '@/lib/handoffs/filters'
import { handoffInclude, handoffShape, type HandoffShape } from '@/lib/handoffs/handoff-shape'
import { dueAtFirstFor, handoffsFrom, handoffSortColumns } from '@/lib/handoffs/handoff-sorts'
import { type BrowsedPage, keyset, type KeysetRow } from '@/lib/keyset'
import { defaultLimit, type Page } from '@/lib/page'
import { type LastTouch, lastTouches } from '@/lib/touchpoints/last-touches'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** A handoff with the last touch of its lead. */
export type ListedHandoff = HandoffShape & { lastTouch: LastTouch | null }

type HandoffList = {
  filters?: HandoffFilters
  sort?: HandoffSortWord | undefined
  /** 1 to 200 */
  limit?: number | undefined
  cursor?: string | undefined
  /** Overdue or not is told for this moment. */
  now?: Date
  /** What waits for this person alone comes before all others. For the sort by `dueAt`. */
  firstFor?: Actor | undefined
}

/** A page of the handoffs, due first. Throws INVALID for a cursor of another list or sort. */
export async function listHandoffs(actor: Actor, list: HandoffList = {}): Promise<Page<ListedHandoff>> {
  const { data, nextCursor } = await browseHandoffs(actor, list)
  return { data, nextCursor }
}

/** The same with the way back to the page before. */
export async function browseHandoffs(actor: Actor, list: HandoffList = {}): Promise<BrowsedPage<ListedHandoff>> {
  authorise(actor, 'handoff.read')
  const { filters = {}, sort = 'dueAt', limit = defaultLimit, cursor, now = new Date(), firstFor } = list
  const columns = firstFor ? { ...handoffSortColumns, dueAt: dueAtFirstFor(firstFor, now) } : handoffSortColumns
  const { value, after, orderBy, page } = keyset(columns, sql`h.id`, { sort, cursor })
  const from = await handoffsFrom(sort, handoffsWhere(filters, now), () => countHandoffs(actor, filters, now))
  const found = await db.$queryRaw<KeysetRow[]>(sql`
    select h.id, ${value} as value from ${from} and ${after} order by ${orderBy} limit ${limit + 1}`)
  const { data: ids, ...cursors } = page(found, limit)
  const rows = await db.handoff.findMany({ where: { id: { in: ids } }, include: handoffInclude })
  const touches = await lastTouches(actor, [...new Set(rows.map(({ leadId }) => leadId))])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const data = ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [{ ...handoffShape(row, now), lastTouch: touches.get(row.leadId) ?? null }] : []
  })
  return { data, ...cursors }
}

/** How many handoffs there are. */
export async function countHandoffs(actor: Actor, filters: HandoffFilters, now: Date = new Date()): Promise<number> {
  authorise(actor, 'handoff.read')
  const [row] = await db.$queryRaw<{ count: number }[]>(sql`
    select count(*)::int as count from handoff h where ${handoffsWhere(filters, now)}`)
  return row?.count ?? 0
}
