import 'server-only'
import { countedTouchesSql, epochSql, stageSql, touchOrder } from '@/lib/scoring/count-sql'
import { dayMs, type ScoringPolicy } from '@/lib/scoring/policy'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

const closedLeads = sql`(
  select lead_id, recycled_at, closed_at from lead_state where outcome <> 'OPEN' and deleted_at is null
)`

/**
 * What came next in the leads that were won or lost: each is walked along its unvoided touches up to its close. At each
 * touch it had a stage, by the touches that counted so far as the policy counts them, and what came next is the channel of
 * the touch after it. Yields the columns of `next_touch_figure`.
 */
export function nextTouchFiguresSql({ policy, timeZone }: { policy: ScoringPolicy; timeZone: string }): Prisma.Sql {
  return sql`
    with ${countedTouchesSql({ policy, timeZone, leads: closedLeads })},
    touch as (
      select lead_id, id, channel, occurred_at, logged_at, is_eligible and is_under_cap as counts, ${epochSql()} as epoch
      from ledger touch where occurred_at <= closed_at
    ),
    step as (
      select lead_id, lag(channel) over along as before, channel as last, lead(channel) over along as next,
        ${touchesSoFar(policy)} as touches
      from touch
      -- Later recyclings only number later touches, so this is the order in time, and one sort serves both.
      window along as (partition by lead_id order by epoch, ${touchOrder}),
        since_recycling as (partition by lead_id, epoch order by ${touchOrder} rows unbounded preceding)
    ),
    situation as (
      select distinct lead_id, ${stageSql(sql`touches`, policy)} as stage, last, before::text, next::text
      from step where next is not null
    ),
    seen as (
      select lead_id, stage, last, case when grouping(before) = 1 then 'any' else before end as before,
        case when grouping(next) = 1 then 'any' else next end as next
      from situation
      group by grouping sets (
        (lead_id, stage, last, before, next), (lead_id, stage, last, before), (lead_id, stage, last), (lead_id, stage, last, next)
      )
      having grouping(before) = 1 or before is not null
    )
    select seen.stage::"Stage", last, before, next,
      count(*) filter (where outcome = 'WON')::int as won, count(*) filter (where outcome = 'LOST')::int as lost
    from seen join lead_state using (lead_id)
    group by seen.stage, last, before, next`
}

/** The touches of a lead that count at a touch: all since the last recycling, without those that had left the window. */
function touchesSoFar({ windowDays }: ScoringPolicy): Prisma.Sql {
  const counted = sql`count(*) filter (where counts) over since_recycling`
  if (windowDays === null) return counted
  const window = sql`${`${windowDays * dayMs} milliseconds`}::interval`
  return sql`${counted} - count(*) filter (where counts) over (
    partition by lead_id, epoch order by occurred_at range between unbounded preceding and ${window} preceding)`
}
