import 'server-only'
import { asItWas, beforeMergesSql, endedThen } from '@/lib/replays/before-merges-sql'
import type { Books } from '@/lib/reports/books'
import type { ReportFilters } from '@/lib/reports/filters'
import { isRecycled, touchesToClose } from '@/lib/reports/funnel-steps'
import { Prisma } from '@/prisma/generated/client'

const { sql, join, raw } = Prisma

/** The columns of `fact` that lead_state and replayed_lead both have. */
const shared = Prisma.raw(
  `lead_id created_at source value owner_id rep_id stage outcome lost_reason closed_at touch_count lifetime_touch_count
   marketing_touch_count sales_touch_count first_touch_at first_channel first_sales_touch_at last_touch_at first_warmed_at
   first_hot_at first_accepted_at`
    .split(/\s+/)
    .map((column) => `s.${column}`)
    .join(', '),
)

/**
 * What every report is made of, as common table expressions: `fact`, a row for each lead that fulfils the filters, with
 * where it stood at the moment that is read; `touch` and `handed`, the touches and handoffs as they were known then, each
 * with its lead of then. Of the present the leads' states are read, of the past a replay.
 */
export function factsSql(books: Books): Prisma.Sql {
  const { replayId, at } = books
  const columns = replayId
    ? sql`${shared}, s.currency, s.is_recycled, s.close_touch_count`
    : sql`${shared}, (select l.currency from lead l where l.id = s.lead_id) as currency,
        ${isRecycled} as is_recycled, ${touchesToClose} as close_touch_count`
  const from = replayId ? sql`replayed_lead s` : sql`lead_state s`
  const then = replayId ? sql`${at}::timestamptz` : null
  const those = replayId ? sql`s.replay_id = ${replayId}::uuid` : sql`s.deleted_at is null`
  return sql`
    ${then ? sql`${beforeMergesSql(then)},` : Prisma.empty}
    touch as not materialized (${then ? touchesThen(then) : touchesNow}),
    handed as not materialized (${then ? handoffsThen(then) : handoffsNow}),
    fact as not materialized (
      select ${columns} from ${from} where ${join([those, ...filterConditions(books)], ' and ')}
    )`
}

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

/** Created within the period, as conditions on `created_at` and the like. */
export const within = (column: Prisma.Sql, { from, to }: Pick<Books['period'], 'from' | 'to'>): Prisma.Sql =>
  join(
    [
      sql`true`,
      ...(from ? [sql`${column} >= ${from}::timestamptz`] : []),
      ...(to ? [sql`${column} < ${to}::timestamptz`] : []),
    ],
    ' and ',
  )

/** Whether the report speaks of some leads only. */
export const isFiltered = ({ filters }: Books): boolean => Object.keys(filters).length > 0

function filterConditions({ filters, replayId }: Books): Prisma.Sql[] {
  const { source, campaign, channel, owner, rep, employeesMin, employeesMax, valueMin, valueMax } = filters
  const is = (condition: Prisma.Sql, value: unknown) => (value === undefined ? [] : [condition])
  const company = replayId ? sql`s.company_id` : sql`(select l.company_id from lead l where l.id = s.lead_id)`
  const hasTouch = (which: Prisma.Sql) => sql`s.lead_id in (select t.lead_id from touch t where ${which})`
  return [
    ...is(sql`s.source = ${source}`, source),
    ...is(hasTouch(sql`t.campaign_id = ${campaign}::uuid`), campaign),
    ...is(hasTouch(sql`t.channel = ${channel}::"Channel"`), channel),
    ...person(sql`s.owner_id`, owner),
    ...person(sql`s.rep_id`, rep),
    ...is(sql`s.value >= ${valueMin}`, valueMin),
    ...is(sql`s.value <= ${valueMax}`, valueMax),
    ...is(sql`${company} in (select id from company where employees >= ${employeesMin})`, employeesMin),
    ...is(sql`${company} in (select id from company where employees <= ${employeesMax})`, employeesMax),
  ]
}

const person = (column: Prisma.Sql, who: ReportFilters['owner']): Prisma.Sql[] =>
  who === undefined ? [] : [who === 'none' ? sql`${column} is null` : sql`${column} = ${who}::uuid`]
