import 'server-only'
import { db, type Tx } from '@/lib/db'
import { approachSql } from '@/lib/reports/approach-sql'
import type { Books } from '@/lib/reports/books'
import { factsSql, within } from '@/lib/reports/facts-sql'
import type { WonAfter, WorthSums } from '@/lib/reports/worth-figures'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** A row of all leads, of those of a source (null: of none) or of those created in a quarter, by its first day. */
export type CutRow = { cut: 'all' | 'source' | 'quarter'; key: string | null }

type SumsRow = CutRow & WorthSums & { currency: string | null }

/**
 * The leads created in the period, added up by approach, and by approach and source or quarter. Values are of wins, in
 * the `currency` that most of the wins with a value are in (of equal ones the first by name); one without a currency is
 * taken to be in `ours`.
 */
export const readSums = (books: Books, ours: string, tx: Tx = db): Promise<SumsRow[]> =>
  tx.$queryRaw(sql`
    with ${factsSql(books)}, ${placed(books)},
    valued as (
      select *, case when is_won and value is not null then coalesce(currency, ${ours}) end as value_in from placed
    ),
    main as materialized (
      select value_in from valued where value_in is not null group by 1 order by count(*) desc, 1 limit 1
    ),
    marked as (
      select *, value_in = (select value_in from main) as is_main from valued
    )
    select ${cut}, approach, (select value_in from main) as currency,
      count(*)::int as leads, count(*) filter (where is_won)::int as wins,
      sum(sales_touches)::float8 as "salesTouches", sum(sales_touches * sales_touches)::float8 as "salesTouchesSquared",
      coalesce(sum(sales_touches) filter (where is_won), 0)::float8 as "salesTouchesOfWins",
      count(*) filter (where is_main)::int as valued, count(*) filter (where not is_main)::int as "otherCurrency",
      coalesce(sum(value) filter (where is_main), 0)::float8 as value,
      coalesce(sum(value * value) filter (where is_main), 0)::float8 as "valueSquared"
    from marked ${groupedBy(sql`approach`)}`)

/** How long the wins among them took, in whole days; one dated before the creation of its lead took none. */
export const readWonAfter = (books: Books, tx: Tx = db): Promise<(CutRow & WonAfter)[]> =>
  tx.$queryRaw(sql`
    with ${factsSql(books)}, ${placed(books)}
    select ${cut}, approach, days, count(*)::int as wins
    from placed where is_won ${groupedBy(sql`approach, days`)}`)

const placed = (books: Books) => sql`
  placed as (
    select ${approachSql} as approach, s.source, s.value, s.currency, s.sales_touch_count as sales_touches,
      date_trunc('quarter', s.created_at at time zone ${books.timeZone})::date::text as quarter,
      s.outcome = 'WON' as is_won,
      greatest(0, floor(date_part('epoch', s.closed_at - s.created_at) / 86400))::int as days
    from fact s where ${within(sql`s.created_at`, books.period)}
  )`

const cut = sql`
  case when grouping(source) = 0 then 'source' when grouping(quarter) = 0 then 'quarter' else 'all' end as cut,
  case when grouping(source) = 0 then source when grouping(quarter) = 0 then quarter end as key`

const groupedBy = (what: Prisma.Sql) => sql`group by grouping sets ((${what}), (${what}, source), (${what}, quarter))`
