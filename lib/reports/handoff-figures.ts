import 'server-only'
import { db, type Tx } from '@/lib/db'
import type { Books } from '@/lib/reports/books'
import { factsSql, isFiltered, within } from '@/lib/reports/facts-sql'
import type { HandoffFigures, Picks, ReturnsAlike } from '@/lib/reports/figures'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/**
 * The handoffs offered in the period as a relation `offered`, after those of `factsSql`: when Sales answered, and how, as
 * far as it had happened by the moment that is read. Handoffs of deleted leads go with them.
 */
export function offeredSql(books: Books): Prisma.Sql {
  const at = sql`${books.at}::timestamptz`
  return sql`
    offered as (
      select h.*, coalesce(h.accepted_at, h.returned_at) as replied_at,
        coalesce(h.accepted_at, h.returned_at, h.withdrawn_at, ${at}) as waited_until,
        case when h.accepted_at is not null then h.passed_over end as picked_over,
        case when h.accepted_at is not null then h.accepted_at - h.passed_over_since end as passed_waited
      from handed h where ${within(sql`h.offered_at`, books.period)} and ${isOfFact(books, sql`h.lead_id`)}
    )`
}

/** Whether a lead is one of those that the report speaks of. Without filters all are that have not been deleted. */
export const isOfFact = (books: Books, leadId: Prisma.Sql): Prisma.Sql =>
  isFiltered(books) || books.replayId
    ? sql`exists (select from fact f where f.lead_id = ${leadId})`
    : sql`not exists (select from lead d where d.id = ${leadId} and d.deleted_at is not null)`

type Row = HandoffFigures & Picks & Pick<ReturnsAlike, 'kind' | 'reason'> & { of: 'all' | 'return' }

/** What became of the handoffs offered in a period: all of them, and the returns by kind and reason. */
export type HandoffReport = {
  figures: HandoffFigures
  picks: Picks
  /** The most frequent first. */
  returns: ReturnsAlike[]
}

/** Counted in one reading. */
export async function handoffReport(books: Books, tx: Tx = db): Promise<HandoffReport> {
  const rows = await tx.$queryRaw<Row[]>(sql`
    with ${factsSql(books)}, ${offeredSql(books)}
    select case when grouping(return_kind) = 0 then 'return' else 'all' end as "of",
      return_kind as kind, return_reason as reason,
      count(*)::int as offered, count(accepted_at)::int as accepted, count(replied_at)::int as answered,
      count(returned_at)::int as returned,
      count(*) filter (where replied_at is null and withdrawn_at is not null)::int as withdrawn,
      count(*) filter (where replied_at is null and withdrawn_at is null)::int as waiting,
      count(*) filter (where replied_at <= due_at)::int as "answeredInTime",
      count(*) filter (where replied_at is not null or waited_until > due_at)::int as due,
      percentile_cont(0.5) within group (order by date_part('epoch', accepted_at - offered_at)) * 1000 as "medianAcceptMs",
      count(picked_over)::int as picks, count(*) filter (where picked_over > 0)::int as "outOfOrder",
      percentile_cont(0.5) within group (order by date_part('epoch', passed_waited)) * 1000 as "medianPassedMs",
      max(date_part('epoch', passed_waited)) * 1000 as "longestPassedMs"
    from offered group by grouping sets ((), (return_kind, return_reason))
    order by returned desc, kind, reason`)
  const those = (of: Row['of']) => rows.filter((row) => row.of === of)
  const [all] = those('all')
  if (!all) throw new Error('a count without a row')
  const { of: _, kind: __, reason: ___, ...counted } = all
  const { picks, outOfOrder, medianPassedMs, longestPassedMs, ...figures } = counted
  return {
    figures,
    picks: { picks, outOfOrder, medianPassedMs, longestPassedMs },
    returns: those('return').flatMap(({ kind, reason, returned: count }) =>
      count > 0 ? [{ kind, reason, count }] : [],
    ),
  }
}
