import 'server-only'
import { addDays, mondayOf, mondaysFrom, todayIn } from '@/lib/calendar-day'
import { db, type Tx } from '@/lib/db'
import { periodEdge } from '@/lib/period'
import { type Alignment, alignmentOf, type Week } from '@/lib/reports/alignment'
import type { Books } from '@/lib/reports/books'
import { factsSql } from '@/lib/reports/facts-sql'
import { isOfFact } from '@/lib/reports/handoff-figures'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/**
 * What went between the teams in each whole week, Monday to Sunday in the company's zone, up to the end of the period or
 * the moment that is read: from the first week in which a lead became warm or was offered, the oldest first.
 */
export async function weeksOf(books: Books, tx: Tx = db): Promise<Week[]> {
  const { timeZone, at, period } = books
  const until = mondayOf(todayIn(timeZone, period.to && period.to < at ? period.to : at))
  const end = periodEdge(until, timeZone) ?? at
  const weekOf = (moment: Prisma.Sql) => sql`date_trunc('week', ${moment} at time zone ${timeZone})::date`
  const rows = await tx.$queryRaw<Week[]>(sql`
    with ${factsSql(books)},
    flow as (
      select ${weekOf(sql`h.offered_at`)} as came, h.offered_at, h.due_at,
        case when h.accepted_at is not null then ${weekOf(sql`h.accepted_at`)} end as taken,
        ${weekOf(sql`coalesce(h.accepted_at, h.returned_at, h.withdrawn_at)`)} as went
      from handed h where h.offered_at < ${end} and ${isOfFact(books, sql`h.lead_id`)}
    ),
    made as (
      select ${weekOf(sql`first_warmed_at`)} as week, count(*)::int as made from fact where first_warmed_at < ${end} group by 1
    ),
    came as (select came as week, count(*)::int as offered from flow group by 1),
    took as (select taken as week, count(*)::int as taken from flow where taken < ${until}::date group by 1),
    queue as (
      select week, f.due_at < over.at as is_overdue, over.at - f.offered_at as waited
      from flow f
      cross join lateral (
        select w::date as week, ((w::date + 7)::timestamp at time zone ${timeZone}) as at
        from generate_series(f.came::timestamp, least(f.went, ${until}::date)::timestamp - interval '7 days', '7 days') w
      ) over
      where f.went is null or f.went > f.came
    ),
    waits as (
      select week, count(*)::int as waiting, count(*) filter (where is_overdue)::int as overdue,
        percentile_cont(0.5) within group (order by date_part('epoch', waited)) * 1000 as "medianWaitMs"
      from queue group by 1
    )
    select week::text as monday, coalesce(made, 0) as made, coalesce(offered, 0) as offered, coalesce(taken, 0) as taken,
      coalesce(waiting, 0) as waiting, coalesce(overdue, 0) as overdue, "medianWaitMs"
    from made full join came using (week) full join took using (week) full join waits using (week)
    order by week`)
  return everyWeek(rows, until)
}

/** The weeks without anything, too. */
function everyWeek(rows: Week[], until: string): Week[] {
  const first = rows[0]?.monday
  if (first === undefined) return []
  const byMonday = new Map(rows.map((row) => [row.monday, row]))
  return mondaysFrom(first, addDays(until, -7)).map((monday) => {
    const nothing = { monday, made: 0, offered: 0, taken: 0, waiting: 0, overdue: 0, medianWaitMs: null }
    return byMonday.get(monday) ?? nothing
  })
}

/** How the teams went together at the end of each of those weeks that begin in the period. */
export async function readAlignment(books: Books, tx: Tx = db): Promise<Alignment[]> {
  const first = books.period.from && todayIn(books.timeZone, books.period.from)
  return alignmentOf(await weeksOf(books, tx)).filter(({ monday }) => first === null || monday >= first)
}
