import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db, type Tx } from '@/lib/db'
import type { HandoffFigures, Picks, RepFigures, ReturnsAlike } from '@/lib/reports/figures'
import { endedThen } from '@/lib/reports/before-merges-sql'
import type { Period } from '@/lib/reports/period'
import { Prisma } from '@/prisma/generated/client'

const { sql, join } = Prisma

/**
 * The handoffs offered in the period as a relation `offered`: when Sales answered, and how, as far as it had happened
 * by the moment that is read. Handoffs of deleted leads go with them,
 * and those of an import that was taken back.
 */
export function offeredSql({ from, to, asOf, now }: Period): Prisma.Sql {
  const then = sql`${asOf ?? now}::timestamptz`
  const conditions = [
    sql`h.offered_at <= ${then}`,
    sql`(h.reverted_at is null or h.reverted_at > ${then})`,
    sql`not exists (select 1 from lead d where d.id = h.lead_id and d.deleted_at <= ${then})`,
    ...(from ? [sql`h.offered_at >= ${from}::timestamptz`] : []),
    ...(to ? [sql`h.offered_at < ${to}::timestamptz`] : []),
  ]
  return sql`known as (
      select h.id, h.rep_id, h.offered_at, h.due_at, h.return_kind, h.return_reason,
        case when h.accepted_at <= ${then} then h.accepted_at end as accepted_at,
        case when h.accepted_at <= ${then} then h.passed_over end as passed_over,
        case when h.accepted_at <= ${then} then h.accepted_at - h.passed_over_since end as passed_waited,
        case when h.returned_at <= ${then} then h.returned_at end as returned_at,
        case when h.withdrawn_at <= ${then} then h.withdrawn_at
          when h.accepted_at is null then ended.ended_at end as withdrawn_at
      from handoff h left join ${endedThen(then)} ended on ended.id = h.id
      where ${join(conditions, ' and ')}
    ),
    offered as (
      select *, coalesce(accepted_at, returned_at) as answered_at,
        coalesce(accepted_at, returned_at, withdrawn_at, ${then}) as waited_until
      from known
    )`
}

type Row = HandoffFigures &
  Picks &
  Pick<ReturnsAlike, 'kind' | 'reason'> & { repId: string | null; of: 'all' | 'rep' | 'return' }

/** What became of the handoffs offered in a period: all of them, by rep, and the returns by kind and reason. */
export type HandoffReport = {
  figures: HandoffFigures
  picks: Picks
  /** The most frequent first. */
  returns: ReturnsAlike[]
  accepts: { repId: string; accepted: number; medianAcceptMs: number | null; picks: number; outOfOrder: number }[]
}

/** Counted in one reading. */
export async function handoffReport(actor: Actor, period: Period, tx: Tx = db): Promise<HandoffReport> {
  authorise(actor, 'report.read')
  const rows = await tx.$queryRaw<Row[]>(sql`
    with ${offeredSql(period)}
    select case when grouping(rep_id) = 0 then 'rep' when grouping(return_kind) = 0 then 'return' else 'all' end as "of",
      rep_id as "repId", return_kind as kind, return_reason as reason,
      count(*)::int as offered, count(accepted_at)::int as accepted, count(answered_at)::int as answered,
      count(returned_at)::int as returned,
      count(*) filter (where answered_at is null and withdrawn_at is not null)::int as withdrawn,
      count(*) filter (where answered_at is null and withdrawn_at is null)::int as waiting,
      count(*) filter (where answered_at <= due_at)::int as "answeredInTime",
      count(*) filter (where answered_at is not null or waited_until > due_at)::int as due,
      percentile_cont(0.5) within group (order by date_part('epoch', accepted_at - offered_at)) * 1000 as "medianAcceptMs",
      count(passed_over)::int as picks, count(*) filter (where passed_over > 0)::int as "outOfOrder",
      percentile_cont(0.5) within group (order by date_part('epoch', passed_waited)) * 1000 as "medianPassedMs",
      max(date_part('epoch', passed_waited)) * 1000 as "longestPassedMs"
    from offered group by grouping sets ((), (rep_id), (return_kind, return_reason))
    order by returned desc, kind, reason`)
  const those = (of: Row['of']) => rows.filter((row) => row.of === of)
  const [all] = those('all')
  if (!all) throw new Error('a count without a row')
  const { of: _, repId: __, kind: ___, reason: ____, ...counted } = all
  const { picks, outOfOrder, medianPassedMs, longestPassedMs, ...figures } = counted
  return {
    figures,
    picks: { picks, outOfOrder, medianPassedMs, longestPassedMs },
    returns: those('return').flatMap(({ kind, reason, returned: count }) =>
      count > 0 ? [{ kind, reason, count }] : [],
    ),
    accepts: those('rep').flatMap(({ repId, accepted, medianAcceptMs, picks: taken, outOfOrder: ofThem }) =>
      repId && accepted > 0 ? [{ repId, accepted, medianAcceptMs, picks: taken, outOfOrder: ofThem }] : [],
    ),
  }
}

/**
 * What each rep accepted of the handoffs offered in the period, how long it took at the median, and how many leads
 * created in the period are won with them. Of the present only: who was whose rep before is not kept as reports need it.
 */
export async function repFigures(
  actor: Actor,
  { from, to }: Period,
  accepts: HandoffReport['accepts'],
  tx: Tx = db,
): Promise<RepFigures[]> {
  authorise(actor, 'report.read')
  const created = [
    sql`s.deleted_at is null`,
    sql`s.outcome = 'WON'`,
    ...(from ? [sql`s.created_at >= ${from}::timestamptz`] : []),
    ...(to ? [sql`s.created_at < ${to}::timestamptz`] : []),
  ]
  return tx.$queryRaw<RepFigures[]>(sql`
    with accepts as (
      select * from json_to_recordset(${JSON.stringify(accepts)}::json)
        as r("repId" uuid, accepted int, "medianAcceptMs" double precision, picks int, "outOfOrder" int)
    ),
    wins as (
      select s.rep_id, count(*)::int as won from lead_state s
      where ${join(created, ' and ')} and s.rep_id is not null group by s.rep_id
    )
    select p.id, p.name, coalesce(a.accepted, 0) as accepted, a."medianAcceptMs",
      coalesce(a.picks, 0) as picks, coalesce(a."outOfOrder", 0) as "outOfOrder", coalesce(w.won, 0) as won
    from person p left join accepts a on a."repId" = p.id left join wins w on w.rep_id = p.id
    where a.accepted > 0 or w.won > 0
    order by accepted desc, won desc, p.name limit 20`)
}
