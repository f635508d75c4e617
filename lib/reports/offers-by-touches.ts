import 'server-only'
import { db, type Tx } from '@/lib/db'
import type { Books } from '@/lib/reports/books'
import { factsSql } from '@/lib/reports/facts-sql'
import { offeredSql } from '@/lib/reports/handoff-figures'
import type { OffersAtTouches } from '@/lib/reports/figures'
import { Prisma } from '@/prisma/generated/client'

/**
 * What became of the handoffs offered in the period, by the counted touches that their leads had at the offer, the fewest
 * first. A second offer of a lead is a handoff of its own.
 */
export async function offersByTouches(books: Books, tx: Tx = db): Promise<OffersAtTouches[]> {
  return tx.$queryRaw(Prisma.sql`
    with ${factsSql(books)}, ${offeredSql(books)},
    won as (select f.lead_id from fact f where f.outcome = 'WON')
    select h.offer_touch_count as touches, count(*)::int as offered, count(h.replied_at)::int as answered,
      count(h.accepted_at)::int as accepted,
      count(*) filter (where h.closed_at is not null and won.lead_id is not null)::int as won,
      count(*) filter (where h.accepted_at is not null
        and coalesce(h.closed_at, h.returned_at, h.withdrawn_at) is null)::int as "underWay"
    from offered h left join won on won.lead_id = h.lead_id and h.closed_at is not null
    group by h.offer_touch_count order by h.offer_touch_count`)
}
