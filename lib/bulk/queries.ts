import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { bulkInclude, bulkShape, type BulkShape } from '@/lib/bulk/bulk-shape'
import { type HeldOffers, heldOffersOf } from '@/lib/bulk/held-offers'
import { db } from '@/lib/db'
import { notFound } from '@/lib/errors'
import { leadName, leadNameSelect } from '@/lib/leads/lead-shape'
import { cutPage, defaultLimit, type Page, readCursor } from '@/lib/page'
import type { BulkFate } from '@/prisma/generated/client'

/** A bulk action, how far it is, and the offers that it holds back. Throws NOT_FOUND. */
export async function getBulkAction(
  actor: Actor,
  bulkActionId: string,
  now = new Date(),
): Promise<BulkShape & { offers: HeldOffers | null }> {
  authorise(actor, 'bulk.run')
  const action = await db.bulkAction.findUnique({ where: { id: bulkActionId }, include: bulkInclude })
  if (!action) throw notFound('job')
  const shape = bulkShape(action)
  return { ...shape, offers: await heldOffersOf(bulkActionId, shape.facts, now) }
}

const sort = 'bulk'

/** Bulk actions, the newest first. */
export async function listBulkActions(
  actor: Actor,
  { limit = defaultLimit, cursor }: { limit?: number | undefined; cursor?: string | undefined },
): Promise<Page<BulkShape>> {
  authorise(actor, 'bulk.run')
  const after = readCursor(cursor, sort)
  const rows = await db.bulkAction.findMany({
    where: after ? { id: { lt: after.id } } : {},
    orderBy: { id: 'desc' },
    take: limit + 1,
    include: bulkInclude,
  })
  const { data, nextCursor } = cutPage(rows, limit, ({ id }) => ({ sort, value: null, id }))
  return { data: data.map(bulkShape), nextCursor }
}

export type BulkExceptionShape = { lead: { id: string; name: string }; fate: BulkFate; why: string }

/** The leads that an action left as they were, at most `limit`. */
export async function listExceptions(actor: Actor, bulkActionId: string, limit: number): Promise<BulkExceptionShape[]> {
  authorise(actor, 'bulk.run')
  const rows = await db.bulkException.findMany({
    where: { bulkActionId },
    orderBy: [{ fate: 'desc' }, { leadId: 'asc' }],
    take: limit,
    include: { lead: { select: leadNameSelect } },
  })
  return rows.map(({ lead, fate, why }) => ({ lead: { id: lead.id, name: leadName(lead) }, fate, why }))
}
