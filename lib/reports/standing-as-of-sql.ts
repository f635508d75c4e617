import 'server-only'
import { type CountedLedger, standingSql } from '@/lib/scoring/count-sql'
import { asItWas, beforeMergesSql, endedThen } from '@/lib/reports/before-merges-sql'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** The rules by which the ledger of a past moment is counted. */
export type CountingRulesThen = Pick<CountedLedger, 'policy' | 'timeZone'>

/**
 * The relation `state_then`: what `lead_state` would have said at a past moment of the leads `l` that fulfil
 * `condition` (`createdThen` among what it may ask). Made of what had been recorded by then: touches logged and not voided yet, handoffs by their times, the
 * last recorded change of outcome.
 */
export function standingAsOfSql(
  asOf: Date,
  { policy, timeZone }: CountingRulesThen,
  condition: Prisma.Sql,
): Prisma.Sql {
  const then = sql`${asOf}::timestamptz`
  const known = {
    touch: sql`t.logged_at <= ${then} and (t.voided_at is null or t.voided_at > ${then})`,
    handoff: sql`h.returned_at <= ${then}`,
    touchpoints: asItWas('touchpoint', 'id, channel, engaged, occurred_at, logged_at, voided_at'),
    handoffs: asItWas('handoff', 'id, return_kind, returned_at'),
  }
  return sql`
    ${beforeMergesSql(then)},
    outcome_then as (
      select distinct on (lead_id) lead_id, outcome, closed_at
      from ${asItWas('outcome_change', 'id, outcome, closed_at, recorded_at')} o
      where recorded_at <= ${then} order by lead_id, recorded_at desc, id desc
    ),
    recycled_then as (
      select h.lead_id, max(h.returned_at) as recycled_at from ${known.handoffs} h
      where h.return_kind = 'recycle' and ${known.handoff} group by h.lead_id
    ),
    accepted_then as (
      select h.lead_id, min(h.accepted_at) as first_accepted_at
      from ${asItWas('handoff', 'id, accepted_at')} h
      where h.accepted_at <= ${then} group by h.lead_id
    ),
    known_lead as (
      select l.id as lead_id, coalesce(o.outcome, 'OPEN') as outcome, o.closed_at, r.recycled_at, a.first_accepted_at,
        coalesce(c.created_at, l.created_at) as created_at
      from lead l left join created_then c on c.lead_id = l.id left join outcome_then o on o.lead_id = l.id left join recycled_then r on r.lead_id = l.id
        left join accepted_then a on a.lead_id = l.id
      where l.id not in (select gone_id from gone_then) and ${condition}
    ),
    ${standingSql({ policy, timeZone, now: asOf, leads: sql`known_lead`, known })},
    state_then as (
      select standing.*, k.outcome, k.recycled_at, k.first_accepted_at, k.created_at,
        case when k.recycled_at is not null and ${isWithSales(then)} then 'SALES' else 'MARKETING' end as desk
      from standing join known_lead k on k.lead_id = standing.lead_id
    )`
}

/** The moment at which a lead came to be, as it was said then. */
export const createdThen = sql`coalesce(c.created_at, l.created_at)`

const handoffsThen = asItWas('handoff', 'id, offered_at, returned_at, withdrawn_at, closed_at')
const activityThen = asItWas('activity', 'seq, at, type, data')

/**
 * Whether a recycled open lead `k` was on its way to Sales again: offered or accepted, or given to a rep without a
 * handoff. Whom a lead was given to is a row of its history, and where a merge or its undo put it.
 */
const isWithSales = (then: Prisma.Sql) => sql`(
  exists (
    select 1 from ${handoffsThen} h where h.lead_id = k.lead_id and h.offered_at <= ${then}
      and (h.returned_at is null or h.returned_at > ${then}) and (h.withdrawn_at is null or h.withdrawn_at > ${then})
      and (h.closed_at is null or h.closed_at > ${then}) and h.id not in (select id from ${endedThen(then)} ended)
  )
  or coalesce((
    select a.type = 'handoff_accepted' or a.data -> 'rep' -> 'to' is not null or a.data ->> 'desk' = 'SALES'
    from ${activityThen} a
    where a.lead_id = k.lead_id and a.at <= ${then}
      and (a.type in ('handoff_accepted', 'handoff_returned')
        or (a.type = 'lead_assigned' and a.data -> 'rep' is not null)
        or (a.type in ('leads_merged', 'merge_undone') and a.data -> 'desk' is not null))
    order by a.at desc, a.seq desc limit 1
  ), false)
)`
