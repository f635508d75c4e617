import 'server-only'
import { channelsOf } from '@/lib/touchpoints/channel'
import { dayMs, type ScoringPolicy } from '@/lib/scoring/policy'
import { longestTicks } from '@/lib/scoring/replay'
import { Prisma } from '@/prisma/generated/client'
import type { Channel } from '@/prisma/generated/enums'

/**
 * The counting rule as SQL, made from the same policy that replay.ts reads. It yields one row a lead of the relation
 * `leads`, with the columns of `Standing` in snake case.
 */
export type CountedLedger = {
  policy: ScoringPolicy
  timeZone: string
  now: Date
  /** A relation with lead_id, recycled_at and closed_at: the leads to count. */
  leads: Prisma.Sql
  /** Which touchpoints `t` and handoffs `h` of which relations are known; the present ledger if left out. */
  known?: { touch: Prisma.Sql; handoff: Prisma.Sql; touchpoints: Prisma.Sql; handoffs: Prisma.Sql }
  /** A relation with the columns of `touchpoint` that count: touches as if they had been logged. */
  imagined?: Prisma.Sql
}

const { sql } = Prisma

const list = (channels: Channel[]) =>
  channels.length ? sql`t.channel::text in (${Prisma.join(channels)})` : sql`false`

const channelsWith = (policy: ScoringPolicy, is: (rule: ScoringPolicy['channels'][Channel]) => boolean) =>
  (Object.keys(policy.channels) as Channel[]).filter((channel) => is(policy.channels[channel]))

/** Whether touch `t` counts, the daily cap apart. */
export function isEligible(policy: ScoringPolicy): Prisma.Sql {
  const never = channelsWith(policy, ({ counts }) => counts === 'never')
  const engaged = channelsWith(policy, ({ counts }) => counts === 'engaged')
  const refusals = [
    ...(never.length ? [sql`not ${list(never)}`] : []),
    ...(engaged.length ? [sql`(t.engaged or not ${list(engaged)})`] : []),
  ]
  return refusals.length ? Prisma.join(refusals, ' and ') : sql`true`
}

/** How many of a channel and day count, as an expression of `t.channel`; null where all do. */
function dailyCap(policy: ScoringPolicy): Prisma.Sql | null {
  const capped = channelsWith(policy, (rule) => rule.dailyCap !== null)
  if (capped.length === 0) return null
  const cases = capped.map((channel) => sql`when ${channel} then ${policy.channels[channel].dailyCap}::int`)
  return sql`case t.channel::text ${Prisma.join(cases, ' ')} end`
}

/** In this order touches count. */
export const touchOrder = sql`occurred_at, logged_at, id`

/** The stage that so many touches make. */
export const stageSql = (count: Prisma.Sql, { warmAt, hotAt }: ScoringPolicy): Prisma.Sql =>
  sql`case when ${count} >= ${hotAt} then 'HOT' when ${count} >= ${warmAt} then 'WARM' else 'COLD' end`

/** How often a lead was recycled before a touch of the relation `touch`: each time its count starts anew. */
export const epochSql = (handoffs = sql`handoff`, isKnown?: Prisma.Sql): Prisma.Sql => sql`
  case when touch.recycled_at is null then 0 else (
    select count(*) from ${handoffs} h where h.lead_id = touch.lead_id and h.return_kind = 'recycle'
      and h.returned_at < touch.occurred_at ${isKnown ? sql`and ${isKnown}` : Prisma.empty}
  ) end`

const countingColumns = sql`id, lead_id, channel, engaged, occurred_at, logged_at, voided_at`

const withImagined = (imagined: Prisma.Sql) =>
  sql`(select ${countingColumns} from touchpoint union all select ${countingColumns} from ${imagined} imagined)`

/** Common table expressions `ledger` (unvoided touches) and `counted` (those that the policy counts). */
export function countedTouchesSql(counted: Omit<CountedLedger, 'now'>): Prisma.Sql {
  const { policy, timeZone, leads, known, imagined } = counted
  const cap = dailyCap(policy)
  const isKnown = known ? known.touch : sql`t.voided_at is null`
  const nth = cap
    ? sql`row_number() over (partition by t.lead_id, t.channel, (t.occurred_at at time zone ${timeZone})::date, ${isEligible(policy)}
            order by t.occurred_at, t.logged_at, t.id) <= ${cap}`
    : sql`true`
  return sql`
    ledger as (
      select t.lead_id, t.id, t.channel, t.engaged, t.occurred_at, t.logged_at, ${list(channelsOf('sales'))} as by_sales,
        l.recycled_at, l.closed_at, ${isEligible(policy)} as is_eligible, coalesce(${nth}, true) as is_under_cap
      from ${leads} l join ${imagined ? withImagined(imagined) : (known?.touchpoints ?? sql`touchpoint`)} t on t.lead_id = l.lead_id
      where ${isKnown}
    ),
    counted as (select * from ledger where is_eligible and is_under_cap)`
}

/** Common table expressions that end in `standing`: one row a lead that has unvoided touches. */
export function standingSql(ledger: CountedLedger): Prisma.Sql {
  const { policy, now, known } = ledger
  const windowMs = policy.windowDays === null ? null : policy.windowDays * dayMs
  const windowStart =
    windowMs === null ? sql`'-infinity'::timestamptz` : sql`${new Date(now.getTime() - windowMs)}::timestamptz`
  const frame =
    windowMs === null
      ? sql`rows between unbounded preceding and current row`
      : sql`range between ${`${windowMs - 1} milliseconds`}::interval preceding and current row`
  const inFrameOrder = windowMs === null ? touchOrder : sql`occurred_at`
  const nextFall =
    windowMs === null
      ? sql`null::timestamptz`
      : sql`min(occurred_at) filter (where is_current) + ${`${windowMs} milliseconds`}::interval`
  return sql`
    ${countedTouchesSql(ledger)},
    epochs as (
      select *, occurred_at > coalesce(recycled_at, '-infinity') and occurred_at > ${windowStart} as is_current,
        ${epochSql(known?.handoffs, known?.handoff)} as epoch
      from counted touch
    ),
    numbered as (
      select *,
        row_number() over (partition by lead_id, is_current order by ${touchOrder}) as nth,
        count(*) over (partition by lead_id, epoch order by ${inFrameOrder} ${frame}) as nth_in_epoch
      from epochs
    ),
    counts as (
      select lead_id,
        count(*) filter (where is_current) as touch_count,
        count(*) as lifetime_touch_count,
        count(*) filter (where not by_sales) as marketing_touch_count,
        count(*) filter (where by_sales) as sales_touch_count,
        coalesce(string_agg(case when by_sales then 'S' else 'M' end, '' order by ${touchOrder})
          filter (where is_current and nth <= ${longestTicks}), '') as ticks,
        min(occurred_at) filter (where is_current and nth = ${policy.warmAt}) as warmed_at,
        min(occurred_at) filter (where is_current and nth = ${policy.hotAt}) as hot_at,
        min(occurred_at) filter (where nth_in_epoch >= ${policy.warmAt}) as first_warmed_at,
        min(occurred_at) filter (where nth_in_epoch >= ${policy.hotAt}) as first_hot_at,
        count(*) filter (where occurred_at <= closed_at) as close_touch_count,
        ${nextFall} as next_fall_at
      from numbered group by lead_id
    ),
    ends as (
      select lead_id, min(occurred_at) as first_touch_at, max(occurred_at) as last_touch_at,
        (array_agg(channel order by ${touchOrder}))[1] as first_channel,
        min(occurred_at) filter (where by_sales) as first_sales_touch_at,
        max(occurred_at) filter (where by_sales) as last_sales_touch_at,
        max(occurred_at) filter (where engaged) as last_engaged_at
      from ledger group by lead_id
    ),
    standing as (
      select l.lead_id, l.closed_at,
        ${stageSql(sql`coalesce(c.touch_count, 0)`, policy)} as stage,
        coalesce(c.touch_count, 0)::int as touch_count,
        coalesce(c.lifetime_touch_count, 0)::int as lifetime_touch_count,
        coalesce(c.marketing_touch_count, 0)::int as marketing_touch_count,
        coalesce(c.sales_touch_count, 0)::int as sales_touch_count,
        coalesce(c.touch_count, 0) > ${policy.closeBy} as is_over_touched,
        coalesce(c.ticks, '') as ticks, ends.first_touch_at, ends.first_channel, ends.first_sales_touch_at,
        ends.last_sales_touch_at, ends.last_touch_at, ends.last_engaged_at, c.warmed_at, c.hot_at, c.first_warmed_at, c.first_hot_at,
        case when l.closed_at is null then null else coalesce(c.close_touch_count, 0)::int end as close_touch_count,
        c.next_fall_at
      from ${ledger.leads} l
      left join counts c on c.lead_id = l.lead_id
      left join ends on ends.lead_id = l.lead_id
    )`
}

/**
 * A common table expression after those of `standingSql`: each moment at which a lead rose from COLD. Touches of one
 * moment count together where a window slides.
 */
export const risenSql = ({ warmAt, windowDays }: ScoringPolicy): Prisma.Sql => {
  const before = windowDays === null ? sql`nth_in_epoch - 1` : sql`nth_in_epoch - of_moment`
  return sql`
    risen as (
      select lead_id, array_agg(distinct occurred_at order by occurred_at) as at
      from (select *, count(*) over (partition by lead_id, epoch, occurred_at) as of_moment from numbered) touch
      where nth_in_epoch >= ${warmAt} and ${before} < ${warmAt} group by lead_id
    )`
}
