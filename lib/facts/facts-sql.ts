import 'server-only'
import { asItWas, beforeMergesSql, endedThen } from '@/lib/replays/before-merges-sql'
import { isRecycled, touchesToClose } from '@/lib/reports/cohort/funnel-steps'
import { Prisma } from '@/prisma/generated/client'

const { sql, join, raw } = Prisma

/** What is read: a whole replay of the ledger as it was known at `at`, or, without one, the present. */
export type Moment = { replayId: string | null; at: Date }

/**
 * What every report is made of, as common table expressions: `fact`, a row for each lead with where it stood at the moment
 * that is read; `touch` and `handed`, the touches and handoffs as they were known then, each with its lead of then. Of the
 * present the leads' states are read, of the past a replay.
 */
export function factsSql({ replayId, at }: Moment): Prisma.Sql {
  const then = replayId ? sql`${at}::timestamptz` : null
  return sql`
    ${then ? sql`${beforeMergesSql(then)},` : Prisma.empty}
    touch as not materialized (${then ? touchesThen(then) : touchesNow}),
    handed as not materialized (${then ? handoffsThen(then) : handoffsNow}),
    fact as not materialized (${replayId ? leadsThen(replayId) : leadsNow})`
}

/** What lead_state and replayed_lead both have. */
const leadColumns = `lead_id created_at source value owner_id rep_id stage outcome lost_reason closed_at marketing_touch_count
  sales_touch_count first_touch_at first_channel first_sales_touch_at first_warmed_at first_hot_at first_accepted_at`
const shared = raw(
  leadColumns
    .split(/\s+/)
    .map((column) => `s.${column}`)
    .join(', '),
)

/** What only lists ask for, and so of the present alone. */
const ofLists = sql`s.desk, s.touch_count, s.last_touch_at, s.warmed_at, s.hot_at, s.is_over_touched`

const leadsNow = sql`
  select ${shared}, ${ofLists}, s.wake_on, s.do_not_contact, l.tags, l.currency, l.company_id, ${isRecycled} as is_recycled, ${touchesToClose} as close_touch_count
  from lead_state s join lead l on l.id = s.lead_id where s.deleted_at is null`
const leadsThen = (replayId: string) => sql`
  select ${shared}, s.currency, s.company_id, s.is_recycled, s.close_touch_count
  from replayed_lead s where s.replay_id = ${replayId}::uuid`

const touchColumns = 'id, channel, engaged, campaign_id, occurred_at, logged_at, logged_by_id'
const handoffColumns =
  'id, origin, offered_at, offer_touch_count, due_at, passed_over, passed_over_since, return_kind, return_reason'
const handoffSteps = [
  'accepted_at',
  'rep_id',
  'touch_due_at',
  'returned_at',
  'answer_due_at',
  'answered_at',
  'withdrawn_at',
  'closed_at',
] as const

const touchesNow = sql`select ${raw(touchColumns)}, lead_id from touchpoint where voided_at is null`
const handoffsNow = sql`select ${raw(handoffColumns)}, ${raw(handoffSteps.join(', '))}, lead_id from handoff where reverted_at is null`

const touchesThen = (then: Prisma.Sql) => sql`
  select ${raw(touchColumns)}, lead_id from ${asItWas('touchpoint', `${touchColumns}, voided_at`)} t
  where logged_at <= ${then} and (voided_at is null or voided_at > ${then})`

/**
 * A handoff says what is to be done after each of its steps, and who did it: of then, what had been done by then, with
 * the rep of then.
 */
function handoffsThen(then: Prisma.Sql): Prisma.Sql {
  const known = (step: string, column = step) =>
    sql`case when ${raw(`h.${step}`)} <= ${then} then ${raw(`h.${column}`)} end`
  const steps: Record<(typeof handoffSteps)[number], Prisma.Sql> = {
    accepted_at: known('accepted_at'),
    rep_id: sql`case when h.accepted_at <= ${then} then coalesce((
        select f.rep_id from handoff_formerly f where f.handoff_id = h.id and f.until > ${then} order by f.until, f.id limit 1
      ), h.rep_id) end`,
    touch_due_at: known('accepted_at', 'touch_due_at'),
    returned_at: known('returned_at'),
    answer_due_at: known('returned_at', 'answer_due_at'),
    answered_at: known('answered_at'),
    // A merge that was undone later had ended these at that moment.
    withdrawn_at: sql`coalesce(${known('withdrawn_at')},
        case when h.accepted_at is null or h.accepted_at > ${then} then ended.ended_at end)`,
    closed_at: sql`coalesce(${known('closed_at')}, case when h.accepted_at <= ${then} then ended.ended_at end)`,
  }
  return sql`
    select ${raw(handoffColumns.replaceAll(/\w+/g, 'h.$&'))},
      ${join(handoffSteps.map((step) => sql`${steps[step]} as ${raw(step)}`))}, h.lead_id
    from ${asItWas('handoff', `${handoffColumns}, ${handoffSteps.join(', ')}, reverted_at`)} h
    left join ${endedThen(then)} ended on ended.id = h.id
    where h.offered_at <= ${then} and (h.reverted_at is null or h.reverted_at > ${then})`
}

/** The fields of each lead, in the order of lib/facts/facts.ts, after its id; of all, or of those that `which` chooses by lead_id. */
export const leadsSql = (moment: Moment, which: Prisma.Sql): Prisma.Sql => sql`
  with ${factsSql(moment)}
  select s.lead_id, s.created_at, s.source, (s.value * 100)::int8, s.currency, s.owner_id, s.rep_id,
    (select c.employees from company c where c.id = s.company_id), s.stage, s.outcome, s.lost_reason, s.closed_at,
    s.is_recycled, s.close_touch_count, s.marketing_touch_count, s.sales_touch_count, s.first_touch_at, s.first_channel,
    s.first_sales_touch_at, s.first_warmed_at, s.first_hot_at, s.first_accepted_at
    ${moment.replayId ? Prisma.empty : sql`, ${ofLists}, s.wake_on is not null, not s.do_not_contact, array_to_json(s.tags)::text`}
  from fact s where ${which}`

/** The same of each handoff, lead by lead, up to those that its touches tell. */
export const handoffsSql = (moment: Moment, which: Prisma.Sql): Prisma.Sql => sql`
  with ${factsSql(moment)}
  select h.lead_id, h.origin, h.offered_at, h.offer_touch_count, h.due_at, h.accepted_at, h.rep_id, h.touch_due_at,
    h.returned_at, h.return_kind, h.return_reason, h.answer_due_at, h.answered_at, h.withdrawn_at, h.closed_at,
    h.passed_over, h.passed_over_since
  from handed h where ${which} order by h.lead_id, h.offered_at, h.id`

/** The same of each touch, lead by lead, in the order in which they count; then when and by whom it was logged. */
export const touchesSql = (moment: Moment, which: Prisma.Sql): Prisma.Sql => sql`
  with ${factsSql(moment)}
  select t.lead_id, t.occurred_at, t.channel, t.engaged, t.campaign_id, t.logged_at, t.logged_by_id
  from touch t
  where ${which} order by t.lead_id, t.occurred_at, t.logged_at, t.id`
