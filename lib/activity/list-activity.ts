import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { idOfLine, lineOfId } from '@/lib/activity/line-id'
import { db } from '@/lib/db'
import { getLeadRow } from '@/lib/leads/queries'
import { cutPage, defaultLimit, momentOf, type Page, readCursor } from '@/lib/page'
import type { Prisma } from '@/prisma/generated/client'

const sort = '-at'
const activityInclude = { actor: { select: { id: true, name: true } } } satisfies Prisma.ActivityInclude

type ActivityRow = Prisma.ActivityGetPayload<{ include: typeof activityInclude }>

/** A line of a lead's history as the API answers it: `actor` null is Baton itself, by a rule. */
const activityShape = ({ seq, leadId, at, type, actor, data, touchpointId, handoffId }: ActivityRow) => ({
  id: idOfLine(seq),
  leadId,
  at,
  type,
  actor,
  data,
  touchpointId,
  handoffId,
})

type ActivityShape = ReturnType<typeof activityShape>

/**
 * A page of a lead's history, what was written last first.
 *
 * Throws NOT_FOUND for a lead that does not exist for the actor, INVALID for a cursor of another list.
 */
export async function listActivity(
  actor: Actor,
  { leadId, limit = defaultLimit, cursor }: { leadId: string; limit?: number | undefined; cursor?: string | undefined },
): Promise<Page<ActivityShape>> {
  await getLeadRow(db, actor, leadId)
  const from = readCursor(cursor, sort)
  const at = from && momentOf(from)
  const rows = await db.activity.findMany({
    where: {
      leadId,
      revertedAt: null,
      ...(from && at ? { OR: [{ at: { lt: at } }, { at, seq: { lt: lineOfId(from.id) } }] } : {}),
    },
    orderBy: [{ at: 'desc' }, { seq: 'desc' }],
    take: limit + 1,
    include: activityInclude,
  })
  const { data, nextCursor } = cutPage(rows, limit, ({ at, seq }) => ({
    sort,
    value: at.toISOString(),
    id: idOfLine(seq),
  }))
  return { data: data.map(activityShape), nextCursor }
}
