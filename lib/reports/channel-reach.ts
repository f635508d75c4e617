import 'server-only'
import { db, type Tx } from '@/lib/db'
import { broughtBy } from '@/lib/handoffs/brought-by-sql'
import type { Books } from '@/lib/reports/books'
import { factsSql, within } from '@/lib/reports/facts-sql'
import { isOfFact, offeredSql } from '@/lib/reports/handoff-figures'
import { Prisma } from '@/prisma/generated/client'
import type { Channel } from '@/prisma/generated/enums'

const { sql } = Prisma

/** A channel's part in a period, or in one of its weeks or months. */
export type ChannelReach = {
  channel: Channel
  /** The first day of the week or month; null for the whole period. */
  begins: string | null
  touches: number
  /** Distinct leads touched, and those of them that responded to one of these touches. */
  reach: number
  responded: number
  /** Handoffs offered then whose last touch before the offer was one of the channel, and what Sales said to them. */
  offered: number
  answered: number
  accepted: number
}

export type Per = 'week' | 'month'

/**
 * How far each channel reached in the touches of the period, and how far it was believed: of all leads that were touched,
 * whenever they were created. Weeks begin on Monday, in the company's zone, and edges of the period cut them.
 */
export async function channelReach(books: Books, per: Per, tx: Tx = db): Promise<ChannelReach[]> {
  const begins = (moment: Prisma.Sql) => sql`date_trunc(${per}, ${moment} at time zone ${books.timeZone})::date::text`
  return tx.$queryRaw<ChannelReach[]>(sql`
    with ${factsSql(books)}, ${offeredSql(books)},
    touched as (
      select t.channel, ${begins(sql`t.occurred_at`)} as begins, t.lead_id, t.engaged
      from touch t where ${within(sql`t.occurred_at`, books.period)} and ${isOfFact(books, sql`t.lead_id`)}
    ),
    by_lead as (
      select channel, coalesce(begins, '') as begins, lead_id, count(*) as touches, bool_or(engaged) as responded
      from touched group by grouping sets ((channel, touched.begins, lead_id), (channel, lead_id))
    ),
    reached as (
      select channel, begins, sum(touches)::int as touches, count(*)::int as reach,
        count(*) filter (where responded)::int as responded
      from by_lead group by 1, 2
    ),
    brought as (
      select b.channel, ${begins(sql`h.offered_at`)} as begins, h.replied_at, h.accepted_at
      from offered h join lateral ${broughtBy(sql`touch`)} b on true
    ),
    handed_over as (
      select channel, coalesce(begins, '') as begins, count(*)::int as offered, count(replied_at)::int as answered,
        count(accepted_at)::int as accepted
      from brought group by grouping sets ((channel, brought.begins), (channel))
    )
    select channel, nullif(begins, '') as begins, coalesce(r.touches, 0) as touches, coalesce(r.reach, 0) as reach,
      coalesce(r.responded, 0) as responded, coalesce(h.offered, 0) as offered, coalesce(h.answered, 0) as answered,
      coalesce(h.accepted, 0) as accepted
    from reached r full join handed_over h using (channel, begins) order by begins nulls first, channel`)
}
