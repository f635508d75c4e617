import 'server-only'
import { asItWas, beforeMergesSql, endedThen, isWithin, type LeadRange } from '@/lib/replays/before-merges-sql'
import { type CountedLedger, risenSql, standingSql } from '@/lib/scoring/count-sql'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** The rules by which the ledger of a past moment is counted. */
export type CountingRulesThen = Pick<CountedLedger, 'policy' | 'timeZone'>

/**
 * Common table expressions that end in `state_then`: what was known at a past moment of a range of leads. Made of what
 * had been recorded by then: touches logged and not voided yet, handoffs by their times, the last recorded change of
 * outcome, what people changed since put back. Its columns are those of `replayed_lead`.
 */
export function standingAsOfSql(asOf: Date, { policy, timeZone }: CountingRulesThen, range: LeadRange): Prisma.Sql {
  const then = sql`${asOf}::timestamptz`
  const known = {
    touch: sql`t.logged_at <= ${then} and (t.voided_at is null or t.voided_at > ${then})`,
    handoff: sql`h.returned_at <= ${then}`,
    touchpoints: asItWas('touchpoint', 'id, channel, engaged, occurred_at, logged_at, voided_at', range),
    handoffs: asItWas('handoff', 'id, return_kind, returned_at', range),
  }
  return sql`
    ${beforeMergesSql(then)},
    outcome_then as (
      select distinct on (lead_id) lead_id, outcome, reason, closed_at
      from ${asItWas('outcome_change', 'id, outcome, reason, closed_at, recorded_at', range)} o
      where recorded_at <= ${then} order by lead_id, recorded_at desc, id desc
    ),
    recycled_then as (
      select h.lead_id, max(h.returned_at) as recycled_at from ${known.handoffs} h
      where h.return_kind = 'recycle' and ${known.handoff} group by h.lead_id
    ),
    accepted_then as (
      select h.lead_id, min(h.accepted_at) as first_accepted_at
      from ${asItWas('handoff', 'id, accepted_at', range)} h
      where h.accepted_at <= ${then} group by h.lead_id
    ),
    formerly_then as (
      select distinct on (lead_id) * from lead_formerly
      where until > ${then} and ${isWithin('lead_id', range)} order by lead_id, until, id
    ),
    known_lead as (
      select l.id as lead_id, coalesce(o.outcome, 'OPEN') as outcome, o.reason as lost_reason, o.closed_at,
        r.recycled_at, a.first_accepted_at, coalesce(c.created_at, l.created_at) as created_at,
        case when f.id is null then l.source else f.source end as source,
        case when f.id is null then l.value else f.value end as value,
        case when f.id is null then l.currency else f.currency end as currency,
        case when f.id is null then l.company_id else f.company_id end as company_id,
        case when f.id is null then s.owner_id else f.owner_id end as owner_id,
        case when f.id is null then s.rep_id else f.rep_id end as rep_id
      from lead l join lead_state s on s.lead_id = l.id
        left join created_then c on c.lead_id = l.id left join outcome_then o on o.lead_id = l.id
        left join recycled_then r on r.lead_id = l.id left join accepted_then a on a.lead_id = l.id
        left join formerly_then f on f.lead_id = l.id
      where ${isWithin('l.id', range)} and l.recorded_at <= ${then} and (l.deleted_at is null or l.deleted_at > ${then})
        and l.id not in (select gone_id from gone_then)
    ),
    ${standingSql({ policy, timeZone, now: asOf, leads: sql`known_lead`, known })},
    ${risenSql(policy)},
    state_then as (
      select standing.lead_id, k.created_at, k.source, k.value, k.currency, k.company_id, k.owner_id, k.rep_id, standing.stage,
        k.outcome, k.lost_reason, k.closed_at,
        k.recycled_at is not null and k.outcome = 'OPEN' and standing.stage = 'COLD' and not ${isWithSales(then, range)}
          as is_recycled,
        standing.touch_count, standing.lifetime_touch_count, standing.marketing_touch_count, standing.sales_touch_count,
        coalesce(standing.close_touch_count, standing.lifetime_touch_count) as close_touch_count,
        standing.first_touch_at, standing.first_channel, standing.first_sales_touch_at, standing.last_touch_at,
        standing.first_warmed_at, standing.first_hot_at, k.first_accepted_at, coalesce(risen.at, '{}') as risen_at
      from standing join known_lead k on k.lead_id = standing.lead_id left join risen on risen.lead_id = k.lead_id
    )`
}

/**
 * Whether a recycled open lead `k` was on its way to Sales again: offered or accepted, or given to a rep without a
 * handoff. Whom a lead was given to is a row of its history, and where a merge or its undo put it.
 */
function isWithSales(then: Prisma.Sql, range: LeadRange) {
  const handoffs = asItWas('handoff', 'id, offered_at, returned_at, withdrawn_at, closed_at', range)
  const lines = asItWas('activity', 'seq, at, type, data', range)
  return sql`(
    exists (
      select 1 from ${handoffs} h where h.lead_id = k.lead_id and h.offered_at <= ${then}
        and (h.returned_at is null or h.returned_at > ${then}) and (h.withdrawn_at is null or h.withdrawn_at > ${then})
        and (h.closed_at is null or h.closed_at > ${then}) and h.id not in (select id from ${endedThen(then)} ended)
    )
    or coalesce((
      select a.type = 'handoff_accepted' or a.data -> 'rep' -> 'to' is not null or a.data ->> 'desk' = 'SALES'
      from ${lines} a
      where a.lead_id = k.lead_id and a.at <= ${then}
        and (a.type in ('handoff_accepted', 'handoff_returned')
          or (a.type = 'lead_assigned' and a.data -> 'rep' is not null)
          or (a.type in ('leads_merged', 'merge_undone') and a.data -> 'desk' is not null))
      order by a.at desc, a.seq desc limit 1
    ), false)
  )`
}
