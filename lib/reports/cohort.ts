import 'server-only'
import { db, type Tx } from '@/lib/db'
import type { TouchesByTeam } from '@/lib/reports/balance'
import type { Books } from '@/lib/reports/books'
import { factsSql, within } from '@/lib/reports/facts-sql'
import type { LeadsAlike } from '@/lib/reports/funnel-books'
import { reached } from '@/lib/reports/funnel-steps'
import type { LeadsByTouches } from '@/lib/reports/touches-to-win'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** Leads of the cohort that are alike in all that the reports ask. */
export type CohortGroup = LeadsAlike & LeadsByTouches & TouchesByTeam

/** The leads created in a period. `medianDaysToWarm` is over those warmed, from creation; null for none. */
export type Cohort = { groups: CohortGroup[]; medianDaysToWarm: number | null }

/** By what leads can be told apart: all that is known of them from the start, and whose they are. */
export const dimensions = {
  source: sql`s.source`,
  channel: sql`s.first_channel::text`,
  owner: sql`s.owner_id::text`,
  rep: sql`s.rep_id::text`,
}
export type Dimension = keyof typeof dimensions

const alike = sql`${reached.warm} as "isWarmed", ${reached.accepted} as "isAccepted", ${reached.hot} as "isHeated",
  ${reached.won} as "isWon", s.outcome = 'LOST' as "isLost", s.is_recycled as "isRecycled",
  s.close_touch_count as touches, s.stage::text as stage`

const counted = sql`count(*)::int as leads, sum(s.marketing_touch_count)::int as "marketingTouches",
  sum(s.sales_touch_count)::int as "salesTouches"`

type Row = CohortGroup & { isBefore: boolean; medianDaysToWarm: number | null }

/**
 * The cohort of the period, grouped: few rows, from which the funnel and the touches to win are both made; and that of
 * an earlier period to compare it with, in one reading.
 */
export async function readCohorts(
  books: Books,
  before: Pick<Books['period'], 'from' | 'to'> | null,
  tx: Tx = db,
): Promise<{ cohort: Cohort; cohortBefore: Cohort | null }> {
  const isBefore = before ? within(sql`s.created_at`, before) : sql`false`
  const rows = await tx.$queryRaw<Row[]>(sql`
    with ${factsSql(books)},
    compared as (
      select s.*, ${isBefore} as is_before from fact s where ${isBefore} or (${within(sql`s.created_at`, books.period)})
    ),
    medians as materialized (
      select is_before,
        percentile_cont(0.5) within group (order by date_part('epoch', first_warmed_at - created_at)) / 86400 as days
      from compared group by is_before
    )
    select is_before as "isBefore", ${alike}, ${counted},
      (select days from medians where medians.is_before = s.is_before) as "medianDaysToWarm"
    from compared s group by 1, 2, 3, 4, 5, 6, 7, 8, 9`)
  const of = (wanted: boolean) => {
    const those = rows.filter((row) => row.isBefore === wanted)
    const groups = those.map(({ isBefore: _, medianDaysToWarm: __, ...group }) => group)
    return { groups, medianDaysToWarm: those[0]?.medianDaysToWarm ?? null }
  }
  return { cohort: of(false), cohortBefore: before && of(true) }
}

/** The cohort of the period. */
export const readCohort = async (books: Books, tx: Tx = db): Promise<Cohort> =>
  (await readCohorts(books, null, tx)).cohort

/** The same told apart by a dimension; `key` is null for leads of which it is not known. */
export async function readCohortBy(
  books: Books,
  dimension: Dimension,
  tx: Tx = db,
): Promise<(CohortGroup & { key: string | null })[]> {
  return tx.$queryRaw(sql`
    with ${factsSql(books)}
    select ${dimensions[dimension]} as key, ${alike}, ${counted}
    from fact s where ${within(sql`s.created_at`, books.period)} group by 1, 2, 3, 4, 5, 6, 7, 8, 9`)
}
