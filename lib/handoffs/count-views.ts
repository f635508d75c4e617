import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise, can } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import { countHandoffs } from '@/lib/handoffs/list-handoffs'
import type { HandoffView } from '@/lib/handoffs/views'
import { isLive } from '@/lib/leads/filter-sql'
import { Prisma } from '@/prisma/generated/client'

/**
 * How many handoffs each view has, counted in one pass. A lead that has a handoff was offered to Sales, so everybody may
 * read it unless it is deleted.
 */
export async function countViews(actor: Actor): Promise<Record<HandoffView, number>> {
  authorise(actor, 'handoff.read')
  const [[counts], settle] = await Promise.all([
    db.$queryRaw<Record<Exclude<HandoffView, 'settle'>, number>[]>`
      select
        count(*) filter (where status = 'WAITING')::int as waiting,
        count(*) filter (where status = 'ACCEPTED')::int as accepted,
        count(*) filter (where status = 'RETURNED' and return_kind = 'repair' and answer is null)::int as answer,
        count(*) filter (where status = 'RETURNED' and not (return_kind = 'repair' and answer is null))::int as returned,
        count(*) filter (where status = 'CLOSED')::int as closed,
        count(*) filter (where status = 'WITHDRAWN')::int as withdrawn,
        count(*)::int as "all"
      from handoff h where h.reverted_at is null and ${isLive(Prisma.sql`h.lead_id`)}`,
    can(actor, 'handoff.settle') ? countHandoffs(actor, { toSettle: true }) : 0,
  ])
  if (!counts) throw new Error('a count without a row')
  return { ...counts, settle }
}
