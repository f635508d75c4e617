import 'server-only'
import { broughtBy } from '@/lib/handoffs/brought-by-sql'
import type { HandoffFate, HandoffFilters } from '@/lib/handoffs/filters'
import { isBroken, isKept, promisesSql } from '@/lib/handoffs/promises-sql'
import { isLive } from '@/lib/leads/filter-sql'
import { Prisma } from '@/prisma/generated/client'
import type { PromiseKind } from '@/prisma/generated/enums'

const { sql, join } = Prisma

/** A repair that Marketing has not answered yet. */
const isUnanswered = sql`(h.status = 'RETURNED' and h.return_kind = 'repair' and h.answer is null)`

/** A repair that a manager is to settle: see HandoffFilters.toSettle. */
export const isUnsettled = sql`h.status = 'RETURNED' and h.return_kind = 'repair' and h.settled_at is null
  and (h.answer = 'disputed' or h.answer is null
    and exists (select 1 from handoff p where p.id = h.previous_id and p.return_kind = 'repair'))
  and exists (select 1 from lead_state s where s.lead_id = h.lead_id and s.desk = 'MARKETING' and s.outcome = 'OPEN')`

/** The same of one handoff `h`. */
export const fates: Record<HandoffFate, Prisma.Sql> = {
  waiting: sql`h.status = 'WAITING'`,
  answered: sql`coalesce(h.accepted_at, h.returned_at) is not null`,
  accepted: sql`h.accepted_at is not null`,
  'answered-in-time': sql`coalesce(h.accepted_at, h.returned_at) <= h.due_at`,
  refused: sql`h.accepted_at is null and h.returned_at is not null`,
  returned: sql`h.returned_at is not null`,
  withdrawn: sql`h.status = 'WITHDRAWN'`,
  won: sql`(h.status = 'CLOSED' and exists (
    select from lead_state s where s.lead_id = h.lead_id and s.outcome = 'WON'
  ))`,
}

/** The handoff made a promise that was due in the period, and by now, and is kept or broken. */
function hasPromise(promise: PromiseKind, { kept, dueFrom, dueTo }: HandoffFilters, now: Date): Prisma.Sql {
  const then = sql`${now}::timestamptz`
  const isDue = (dueAt: Prisma.Sql) =>
    join(
      [
        sql`${dueAt} < ${then}`,
        ...(dueFrom ? [sql`${dueAt} >= ${dueFrom}`] : []),
        ...(dueTo ? [sql`${dueAt} < ${dueTo}`] : []),
      ],
      ' and ',
    )
  const fate = { yes: isKept, no: isBroken(then) }
  return sql`h.id in (
    select p.handoff_id from (${promisesSql(isDue)}) p
    where p.promise = ${promise} and ${kept ? fate[kept] : sql`(${fate.yes} or ${fate.no})`}
  )`
}

/** By whom it was handed over, and where the lead came from. */
function originConditions(filters: HandoffFilters): Prisma.Sql[] {
  const { marketer, owner, firstChannel, source, noSource, campaign, channel } = filters
  const state = (condition: Prisma.Sql) =>
    sql`exists (select from lead_state s where s.lead_id = h.lead_id and ${condition})`
  const broughtIs = (column: Prisma.Sql, value: Prisma.Sql) =>
    sql`(select ${column} from ${broughtBy} b) is not distinct from ${value}`
  return [
    ...(marketer
      ? [
          sql`(h.offered_by_id = ${marketer}::uuid or (h.offered_by_id is null and ${state(sql`s.owner_id = ${marketer}::uuid`)}))`,
        ]
      : []),
    ...(owner ? [state(sql`s.owner_id = ${owner}::uuid`)] : []),
    ...(firstChannel ? [state(sql`s.first_channel = ${firstChannel}::"Channel"`)] : []),
    ...(source ? [state(sql`s.source = ${source}`)] : []),
    ...(noSource ? [state(sql`s.source is null`)] : []),
    ...(campaign ? [broughtIs(sql`b.campaign_id`, sql`${campaign === 'none' ? null : campaign}::uuid`)] : []),
    ...(channel ? [broughtIs(sql`b.channel`, sql`${channel === 'none' ? null : channel}::"Channel"`)] : []),
  ]
}

/**
 * The filters as one condition on `handoff h`; a waiting handoff whose promise has passed by `now` is overdue. A lead that
 * has a handoff was offered to Sales, so everybody may read it unless it is deleted.
 */
export function handoffsWhere(filters: HandoffFilters, now: Date): Prisma.Sql {
  const { status, kind, overdue, passedOver, fate, reason, rep, promise, offeredFrom, offeredTo, answer, toSettle } =
    filters
  const isOverdue = sql`(h.status = 'WAITING' and h.due_at < ${now})`
  const conditions = [sql`h.reverted_at is null`, isLive(sql`h.lead_id`)]
  if (status) conditions.push(sql`h.status = ${status}::"HandoffStatus"`)
  if (kind) conditions.push(sql`h.return_kind = ${kind}::"ReturnKind"`)
  if (overdue !== undefined) conditions.push(overdue ? isOverdue : sql`not ${isOverdue}`)
  if (passedOver !== undefined) conditions.push(passedOver ? sql`h.passed_over > 0` : sql`h.passed_over = 0`)
  if (fate) conditions.push(fates[fate])
  if (reason) conditions.push(sql`h.return_reason = ${reason}::"Reason"`)
  if (rep) conditions.push(sql`h.rep_id = ${rep}::uuid`)
  if (filters.offerTouches !== undefined) conditions.push(sql`h.offer_touch_count = ${filters.offerTouches}`)
  conditions.push(...originConditions(filters))
  if (promise) conditions.push(hasPromise(promise, filters, now))
  if (offeredFrom) conditions.push(sql`h.offered_at >= ${offeredFrom}`)
  if (offeredTo) conditions.push(sql`h.offered_at < ${offeredTo}`)
  if (filters.acceptedFrom) conditions.push(sql`h.accepted_at >= ${filters.acceptedFrom}`)
  if (filters.acceptedTo) conditions.push(sql`h.accepted_at < ${filters.acceptedTo}`)
  if (answer === 'open') conditions.push(isUnanswered)
  if (answer === 'done') conditions.push(sql`h.status = 'RETURNED' and not ${isUnanswered}`)
  if (toSettle) conditions.push(isUnsettled)
  return join(conditions, ' and ')
}
