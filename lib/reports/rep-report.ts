import 'server-only'
import { db, type Tx } from '@/lib/db'
import { isBroken, isKept, promisesSql } from '@/lib/handoffs/promises-sql'
import type { Books } from '@/lib/reports/books'
import { factsSql, within } from '@/lib/reports/facts-sql'
import type { RepFigures } from '@/lib/reports/figures'
import { isOfFact, offeredSql } from '@/lib/reports/handoff-figures'
import { promiseSources } from '@/lib/reports/promise-report'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** The reps of a report, those who took most first; a company has seldom more. */
const mostReps = 50

/**
 * What each rep took on of the handoffs offered in the period, how they kept the promise of the first touch, and what
 * became of it.
 */
export async function repReport(books: Books, tx: Tx = db): Promise<RepFigures[]> {
  const at = sql`${books.at}::timestamptz`
  const isDue = (dueAt: Prisma.Sql) => sql`${dueAt} < ${at} and ${within(dueAt, books.period)}`
  return tx.$queryRaw<RepFigures[]>(sql`
    with ${factsSql(books)}, ${offeredSql(books)},
    accepts as (
      select h.rep_id, count(*)::int as accepted, count(h.picked_over)::int as picks,
        count(*) filter (where h.picked_over > 0)::int as out_of_order,
        percentile_cont(0.5) within group (order by date_part('epoch', h.accepted_at - h.offered_at)) * 1000 as accept_ms
      from offered h where h.accepted_at is not null and h.rep_id is not null group by h.rep_id
    ),
    taken as (
      select h.rep_id, count(distinct s.lead_id)::int as leads,
        count(distinct s.lead_id) filter (where s.outcome = 'WON')::int as won
      from offered h join fact s on s.lead_id = h.lead_id where h.accepted_at is not null group by h.rep_id
    ),
    promises as (
      select h.rep_id, count(*) filter (where ${isKept})::int as kept, count(*) filter (where ${isBroken(at)})::int as broken
      from (${promisesSql(isDue, promiseSources)}) p join handed h on h.id = p.handoff_id
      where p.promise = 'first_touch' and ${isOfFact(books, sql`p.lead_id`)} group by h.rep_id
    ),
    wins as (
      select s.rep_id, count(*)::int as won from fact s
      where s.outcome = 'WON' and s.rep_id is not null and ${within(sql`s.created_at`, books.period)} group by s.rep_id
    )
    select p.id, p.name, coalesce(a.accepted, 0) as accepted, a.accept_ms as "medianAcceptMs",
      coalesce(a.picks, 0) as picks, coalesce(a.out_of_order, 0) as "outOfOrder",
      coalesce(q.kept, 0) as kept, coalesce(q.kept + q.broken, 0) as due,
      coalesce(t.leads, 0) as taken, coalesce(t.won, 0) as "wonOfTaken", coalesce(w.won, 0) as won
    from person p
    left join accepts a on a.rep_id = p.id left join taken t on t.rep_id = p.id
    left join promises q on q.rep_id = p.id left join wins w on w.rep_id = p.id
    where a.accepted > 0 or w.won > 0 or q.kept + q.broken > 0
    order by accepted desc, won desc, p.name, p.id limit ${mostReps}`)
}
