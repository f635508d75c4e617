import 'server-only'
import type { Tx } from '@/lib/db'
import { isEligible } from '@/lib/scoring/count-sql'
import { longestTicks } from '@/lib/scoring/replay'
import { channelsOf } from '@/lib/touchpoints/channel'
import type { CountingRules } from '@/lib/touchpoints/counting-rules'
import type { NewTouchpoint } from '@/lib/touchpoints/new-touchpoint'
import type { StageChange } from '@/lib/touchpoints/recount-leads'
import { touchesSql } from '@/lib/touchpoints/touches-sql'
import { Prisma } from '@/prisma/generated/client'

const { sql, join } = Prisma

/** A touch that was written, and nothing else on its lead with it. */
type Appended = Pick<NewTouchpoint, 'leadId' | 'channel' | 'engaged' | 'occurredAt'>

/**
 * A step: counts touches that come last in the ledgers of their leads, one a lead, on from what is stored, so that
 * nobody's history is read anew. Returns the leads whose stage has changed, and those that have to be counted anew: the
 * touch is late, or the stored count is by another policy. A window or a daily cap needs the ledger for every lead.
 */
export async function countOn(
  tx: Tx,
  touches: Appended[],
  { policy }: Pick<CountingRules, 'policy'>,
): Promise<{ changes: StageChange[]; leftOver: string[] }> {
  const isCapped = Object.values(policy.channels).some(({ dailyCap }) => dailyCap !== null)
  if (policy.windowDays !== null || isCapped) return { changes: [], leftOver: touches.map(({ leadId }) => leadId) }
  const reached = (threshold: number) => sql`(n.counts and s.touch_count + 1 = ${threshold})`
  const counted = sql`(s.touch_count + n.counts::int)`
  const rows = await tx.$queryRaw<(Omit<StageChange, 'to'> & { to: StageChange['to'] | null })[]>(sql`
    with touched as (
      select t."leadId" as lead_id, t."occurredAt" as occurred_at, ${isEligible(policy)} as counts,
        t.channel::"Channel" as channel, t.engaged,
        t.channel = any(${channelsOf('sales')}) as by_sales
      from ${touchesSql(touches)} t
    ),
    before as (select lead_id, stage, touch_count from lead_state where lead_id in (select lead_id from touched)),
    counted_on as (
      update lead_state s set
        touch_count = ${counted},
        stage = (case when ${counted} >= ${policy.hotAt} then 'HOT'
                      when ${counted} >= ${policy.warmAt} then 'WARM' else 'COLD' end)::"Stage",
        lifetime_touch_count = s.lifetime_touch_count + n.counts::int,
        marketing_touch_count = s.marketing_touch_count + (n.counts and not n.by_sales)::int,
        sales_touch_count = s.sales_touch_count + (n.counts and n.by_sales)::int,
        is_over_touched = ${counted} > ${policy.closeBy},
        ticks = case when n.counts and s.touch_count < ${longestTicks}
          then s.ticks || case when n.by_sales then 'S' else 'M' end else s.ticks end,
        first_touch_at = coalesce(s.first_touch_at, n.occurred_at),
        first_channel = coalesce(s.first_channel, n.channel),
        first_sales_touch_at = coalesce(s.first_sales_touch_at, case when n.by_sales then n.occurred_at end),
        last_sales_touch_at = case when n.by_sales then n.occurred_at else s.last_sales_touch_at end,
        last_touch_at = n.occurred_at,
        last_engaged_at = case when n.engaged then n.occurred_at else s.last_engaged_at end,
        warmed_at = case when ${reached(policy.warmAt)} then n.occurred_at else s.warmed_at end,
        hot_at = case when ${reached(policy.hotAt)} then n.occurred_at else s.hot_at end,
        first_warmed_at = coalesce(s.first_warmed_at, case when ${reached(policy.warmAt)} then n.occurred_at end),
        first_hot_at = coalesce(s.first_hot_at, case when ${reached(policy.hotAt)} then n.occurred_at end),
        close_touch_count = case when s.closed_at is not null
          then coalesce(s.close_touch_count, 0) + (n.counts and n.occurred_at <= s.closed_at)::int end
      from touched n
      where s.lead_id = n.lead_id and s.policy_version = ${policy.version}
        and n.occurred_at > ${join([sql`coalesce(s.last_touch_at, '-infinity')`, sql`coalesce(s.recycled_at, '-infinity')`], ' and n.occurred_at > ')}
      returning s.lead_id, s.stage, s.touch_count
    )
    select before.lead_id as "leadId", before.stage as "from", counted_on.stage as "to",
      counted_on.touch_count as "touchCount"
    from before left join counted_on using (lead_id)
    where counted_on.stage is distinct from before.stage
    order by before.lead_id`)
  return {
    changes: rows.flatMap(({ to, ...row }) => (to === null ? [] : { ...row, to })),
    leftOver: rows.filter(({ to }) => to === null).map(({ leadId }) => leadId),
  }
}
