import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/db'
import { getLeadRow } from '@/lib/leads/queries'
import { cutPage, defaultLimit, momentOf, type Page, readCursor } from '@/lib/page'
import { touchpointInclude, touchpointShape, type TouchpointShape } from '@/lib/touchpoints/touchpoint-shape'

const sort = '-occurredAt'

/**
 * A page of a lead's touches, voided ones included (not those that went with their import), the latest first.
 *
 * Throws NOT_FOUND for a lead that does not exist for the actor, INVALID for a cursor of another list.
 */
export async function listTouchpoints(
  actor: Actor,
  { leadId, limit = defaultLimit, cursor }: { leadId: string; limit?: number | undefined; cursor?: string | undefined },
): Promise<Page<TouchpointShape>> {
  await getLeadRow(db, actor, leadId)
  const from = readCursor(cursor, sort)
  const occurredAt = from && momentOf(from)
  const rows = await db.touchpoint.findMany({
    where: {
      leadId,
      revertedAt: null,
      ...(from && occurredAt ? { OR: [{ occurredAt: { lt: occurredAt } }, { occurredAt, id: { lt: from.id } }] } : {}),
    },
    orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    include: touchpointInclude,
  })
  const { data, nextCursor } = cutPage(rows, limit, ({ id, occurredAt }) => ({
    sort,
    value: occurredAt.toISOString(),
    id,
  }))
  return { data: data.map(touchpointShape), nextCursor }
}
