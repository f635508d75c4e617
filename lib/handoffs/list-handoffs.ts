import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { visibleLeads } from '@/lib/access/scopes'
import { db, type Tx } from '@/lib/db'
import { invalid } from '@/lib/errors'
import { type HandoffFilters, whereHandoffs } from '@/lib/handoffs/filters'
import { handoffInclude, handoffShape, type HandoffShape } from '@/lib/handoffs/handoff-shape'
import { defaultLimit, type Page, readCursor, writeCursor } from '@/lib/page'
import { type LastTouch, lastTouches } from '@/lib/touchpoints/last-touches'

/** A handoff with the last touch of its lead. */
export type ListedHandoff = HandoffShape & { lastTouch: LastTouch | null }

export type HandoffList = {
  filters?: HandoffFilters
  /** Due first, or the latest offers first. */
  sort?: 'dueAt' | '-dueAt'
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
  const direction = sort === 'dueAt' ? 'asc' : 'desc'
  const rows = await tx.handoff.findMany({
    where: { AND: [{ lead: { is: visibleLeads(actor) } }, whereHandoffs(filters, now), after(list.cursor, sort)] },
    orderBy: [{ dueAt: direction }, { id: direction }],
    take: limit + 1,
    include: handoffInclude,
  })
  const shown = rows.slice(0, limit)
  const touches = await lastTouches(actor, [...new Set(shown.map(({ leadId }) => leadId))], tx)
  const last = shown.at(-1)
  return {
    data: shown.map((row) => ({ ...handoffShape(row, now), lastTouch: touches.get(row.leadId) ?? null })),
    nextCursor:
      rows.length > limit && last ? writeCursor({ sort, value: last.dueAt.toISOString(), id: last.id }) : null,
  }
}

function after(cursor: string | undefined, sort: 'dueAt' | '-dueAt') {
  const from = readCursor(cursor, sort)
  if (!from) return {}
  const dueAt = new Date(String(from.value))
  if (Number.isNaN(dueAt.getTime())) throw invalid({ cursor: 'This cursor is not one of ours. Begin without one.' })
  const past = sort === 'dueAt' ? 'gt' : 'lt'
  return { OR: [{ dueAt: { [past]: dueAt } }, { dueAt, id: { [past]: from.id } }] }
}

/** How many handoffs of the actor's leads there are. */
export async function countHandoffs(actor: Actor, filters: HandoffFilters, now: Date = new Date(), tx: Tx = db) {
  authorise(actor, 'handoff.read')
  return tx.handoff.count({ where: { AND: [{ lead: { is: visibleLeads(actor) } }, whereHandoffs(filters, now)] } })
}
