import 'server-only'
import { mondayOf, mondaysFrom, todayIn } from '@/lib/calendar-day'
import { db, type Tx } from '@/lib/db'
import type { Books } from '@/lib/reports/books'
import { factsSql } from '@/lib/reports/facts-sql'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** What happened in a week of the company's zone: leads by the week in which each took the step, whenever it was created. */
export type TrendWeek = {
  /** Its Monday. */
  week: string
  created: number
  /** For the first time, as the two below. */
  warmed: number
  accepted: number
  hot: number
  won: number
  lost: number
}

/** Weeks of a period, with the policies that were saved in them. */
export type Trend = { weeks: TrendWeek[]; policies: { week: string; version: number; words: string }[] }

/** A trend shows at most so many weeks, the last ones. */
export const mostWeeks = 260

const steps = {
  created: sql`s.created_at`,
  warmed: sql`s.first_warmed_at`,
  accepted: sql`s.first_accepted_at`,
  hot: sql`s.first_hot_at`,
  won: sql`case when s.outcome = 'WON' then s.closed_at end`,
  lost: sql`case when s.outcome = 'LOST' then s.closed_at end`,
}

/** The weeks of the period up to the moment that is read; those without anything are there too. */
export async function readTrend(books: Books, tx: Tx = db): Promise<Trend> {
  const { timeZone, at, period } = books
  const end = period.to && period.to < at ? period.to : at
  const within = (moment: Prisma.Sql) =>
    sql`${moment} < ${end}::timestamptz ${period.from ? sql`and ${moment} >= ${period.from}::timestamptz` : Prisma.empty}`
  const monday = (moment: Prisma.Sql) => sql`date_trunc('week', ${moment}, ${timeZone})`
  const asDay = (week: Prisma.Sql) => sql`to_char(${week} at time zone ${timeZone}, 'YYYY-MM-DD')`
  // Weeks are put into words once each, not once a lead.
  const counted = Object.entries(steps).map(
    ([step, moment]) => sql`
      select ${asDay(sql`counted.week`)} as week, ${step} as step, leads from (
        select ${monday(moment)} as week, count(*)::int as leads from fact s where ${within(moment)} group by 1
      ) counted`,
  )
  const rows = await tx.$queryRaw<{ week: string; step: keyof typeof steps; leads: number }[]>(
    sql`with ${factsSql(books)} ${Prisma.join(counted, ' union all ')}`,
  )
  const policies = await tx.$queryRaw<Trend['policies']>(sql`
    select ${asDay(monday(sql`saved_at`))} as week, version, 'Warm from ' || warm_at || ', hot from ' || hot_at as words
    from scoring_policy where version > (select min(version) from scoring_policy) and ${within(sql`saved_at`)} order by version`)
  const first = period.from
    ? todayIn(timeZone, period.from)
    : rows.reduce((low, { week }) => (week < low ? week : low), todayIn(timeZone, end))
  const last = mondayOf(todayIn(timeZone, new Date(end.getTime() - 1)))
  const weeks = mondaysFrom(mondayOf(first), last).slice(-mostWeeks)
  const found = new Map(rows.map(({ week, step, leads }) => [`${week} ${step}`, leads]))
  const of = (week: string, step: keyof typeof steps) => found.get(`${week} ${step}`) ?? 0
  return {
    weeks: weeks.map((week) => ({
      week,
      created: of(week, 'created'),
      warmed: of(week, 'warmed'),
      accepted: of(week, 'accepted'),
      hot: of(week, 'hot'),
      won: of(week, 'won'),
      lost: of(week, 'lost'),
    })),
    policies,
  }
}
