import 'server-only'
import { db, type Tx } from '@/lib/db'
import type { Books } from '@/lib/reports/books'
import { factsSql, within } from '@/lib/reports/facts-sql'
import { offeredSql } from '@/lib/reports/handoff-figures'
import type { StageSpell } from '@/lib/reports/time-in-stage-figures'
import { Prisma } from '@/prisma/generated/client'

const { sql, join } = Prisma

/**
 * From when until when a lead of the cohort was in a stage for the first time; it may have left it by going on or by
 * being closed, and null is still in it. Recorded days may be odd, as of a win before the first touch: that is no time at all.
 */
const spells = {
  cold: { from: sql`s.created_at`, next: sql`s.first_warmed_at`, is: sql`true` },
  warm: { from: sql`s.first_warmed_at`, next: sql`s.first_hot_at`, is: sql`s.first_warmed_at is not null` },
  hot: { from: sql`s.first_hot_at`, next: sql`null::timestamptz`, is: sql`s.first_hot_at is not null` },
}

/** How long leads were in each stage, and handoffs with Sales before an answer, in whole hours: few rows for many leads. */
export async function readTimeInStage(books: Books, tx: Tx = db): Promise<StageSpell[]> {
  const at = sql`${books.at}::timestamptz`
  const hours = (from: Prisma.Sql, until: Prisma.Sql) =>
    sql`greatest(0, floor(date_part('epoch', ${until} - ${from}) / 3600))::int`
  const ofLeads = Object.entries(spells).map(([stage, { from, next, is }]) => {
    const closed = sql`case when s.outcome <> 'OPEN' then s.closed_at end`
    return sql`
      select ${stage} as stage, ${hours(from, sql`coalesce(least(${next}, ${closed}), ${at})`)} as hours,
        case when ${next} <= coalesce(${closed}, 'infinity') then 'advanced' when ${closed} is not null then 'closed' else 'waiting' end as fate,
        count(*)::int as leads
      from fact s where ${is} and ${within(sql`s.created_at`, books.period)} group by 2, 3`
  })
  return tx.$queryRaw<StageSpell[]>(sql`
    with ${factsSql(books)}, ${offeredSql(books)}
    ${join(ofLeads, ' union all ')}
    union all
    select 'queue', ${hours(sql`h.offered_at`, sql`h.waited_until`)},
      case when h.accepted_at is not null then 'advanced' when h.returned_at is not null or h.withdrawn_at is not null then 'closed' else 'waiting' end,
      count(*)::int
    from offered h group by 2, 3`)
}
