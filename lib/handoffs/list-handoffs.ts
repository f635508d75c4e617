import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { visibleLeads } from '@/lib/access/scopes'
import { db, type Tx } from '@/lib/db'
import type { HandoffFilters } from '@/lib/handoffs/filters'
import { handoffInclude, handoffShape, type HandoffShape } from '@/lib/handoffs/handoff-shape'
import { whereHandoffs } from '@/lib/handoffs/where-handoffs'
import { cutPage, defaultLimit, momentOf, type Page, readCursor } from '@/lib/page'
import { type LastTouch, lastTouches } from '@/lib/touchpoints/last-touches'
import type { Prisma } from '@/prisma/generated/client'

/** A handoff with the last touch of its lead. */
export type ListedHandoff = HandoffShape & { lastTouch: LastTouch | null }

/** Due first, due last, or the latest offers first: each has an index. */
const sorts = {
  dueAt: { column: 'dueAt', direction: 'asc', past: 'gt' },
  '-dueAt': { column: 'dueAt', direction: 'desc', past: 'lt' },
  '-offeredAt': { column: 'offeredAt', direction: 'desc', past: 'lt' },
} as const
export type HandoffSort = keyof typeof sorts

type HandoffList = {
  filters?: HandoffFilters
  sort?: HandoffSort
  /** 1 to 200 */
  limit?: number
  cursor?: string
  /** Overdue or not is told for this moment. */
  now?: Date
}

/** A page of the handoffs whose leads exist for the actor. Throws INVALID for a cursor that is not of this list. */
export async function listHandoffs(actor: Actor, list: HandoffList = {}, tx: Tx = db): Promise<Page<ListedHandoff>> {
  authorise(actor, 'handoff.read')
  const { filters = {}, sort = 'dueAt', limit = defaultLimit, now = new Date() } = list
  const { column, direction } = sorts[sort]
  const rows = await tx.handoff.findMany({
    where: { AND: [{ lead: { is: visibleLeads(actor) } }, whereHandoffs(filters, now), beyond(list.cursor, sort)] },
    orderBy: [{ [column]: direction }, { id: direction }],
    take: limit + 1,
    include: handoffInclude,
  })
  const page = cutPage(rows, limit, (last) => ({ sort, value: last[column].toISOString(), id: last.id }))
  const touches = await lastTouches(actor, [...new Set(page.data.map(({ leadId }) => leadId))], tx)
  return {
    ...page,
    data: page.data.map((row) => ({ ...handoffShape(row, now), lastTouch: touches.get(row.leadId) ?? null })),
  }
}

function beyond(cursor: string | undefined, sort: HandoffSort): Prisma.HandoffWhereInput {
  const from = readCursor(cursor, sort)
  if (!from) return {}
  const { column, past } = sorts[sort]
  const at = momentOf(from)
  // The plain bound first: an index can begin there, which it can't by the OR alone.
  return { [column]: { [`${past}e`]: at }, OR: [{ [column]: { [past]: at } }, { id: { [past]: from.id } }] }
}

/** How many handoffs of the actor's leads there are. */
export async function countHandoffs(actor: Actor, filters: HandoffFilters, now: Date = new Date(), tx: Tx = db) {
  authorise(actor, 'handoff.read')
  return tx.handoff.count({ where: { AND: [{ lead: { is: visibleLeads(actor) } }, whereHandoffs(filters, now)] } })
}
