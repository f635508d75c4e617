import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import { isLive } from '@/lib/leads/filter-sql'
import { onAnyChannel } from '@/lib/touchpoints/touches-sql'
import type { Days, MonthToDate } from '@/lib/marketing/month'
import { periodEdge } from '@/lib/period'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** What a month has brought so far. Leads are distinct; deleted ones are left out. */
export type KeyFigures = {
  /** Leads with an unvoided touch in the month, by either team. */
  reached: number
  /** The same in as many days of the month before. */
  reachedBefore: number
  /** Leads that first became warm in the month. */
  warmed: number
  /** Handoffs offered in the month: all, those that Sales accepted or returned, and those it accepted. */
  handoffs: { offered: number; decided: number; accepted: number }
}

/** The figures of a month up to now; its days are those of the company's zone. */
export async function marketingFigures(actor: Actor, month: MonthToDate, timeZone: string): Promise<KeyFigures> {
  authorise(actor, 'handoff.offer')
  const edges = ({ from, to }: Days) => [periodEdge(from, timeZone), periodEdge(to, timeZone)] as const
  const [start, end] = edges(month)
  const [startBefore, endBefore] = edges(month.before)
  const [state, before, handoffs] = await Promise.all([
    // Whoever was touched in this month has the last touch in it.
    db.$queryRaw<{ reached: number; warmed: number }[]>(sql`
      select (select count(*)::int from lead_state s where s.last_touch_at >= ${start} and s.deleted_at is null) as reached,
        (select count(*)::int from lead_state s where s.first_warmed_at >= ${start} and s.first_warmed_at < ${end}
          and s.deleted_at is null) as warmed`),
    db.$queryRaw<{ reached: number }[]>(sql`
      select count(*)::int as reached from (
        select distinct t.lead_id from touchpoint t
        where t.voided_at is null and ${onAnyChannel} and t.occurred_at >= ${startBefore} and t.occurred_at < ${endBefore}
      ) t where ${isLive(sql`t.lead_id`)}`),
    db.$queryRaw<KeyFigures['handoffs'][]>(sql`
      select count(*)::int as offered, count(h.accepted_at)::int as accepted,
        count(*) filter (where h.accepted_at is not null or h.status = 'RETURNED')::int as decided
      from handoff h where h.offered_at >= ${start} and h.offered_at < ${end}
        and h.reverted_at is null and ${isLive(sql`h.lead_id`)}`),
  ])
  return {
    reached: state[0]?.reached ?? 0,
    reachedBefore: before[0]?.reached ?? 0,
    warmed: state[0]?.warmed ?? 0,
    handoffs: handoffs[0] ?? { offered: 0, decided: 0, accepted: 0 },
  }
}
