import 'server-only'
import { channelsOf } from '@/lib/touchpoints/channel'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/**
 * Whether the touch `t` is one that Sales promises when it accepts the handoff `h`: by a channel of Sales, or whatever
 * its rep logged. When it happened counts, not when it was logged.
 */
export const isFirstTouch = sql`(t.lead_id = h.lead_id and t.occurred_at >= h.accepted_at
  and (t.channel::text = any(${channelsOf('sales')}) or t.logged_by_id = h.rep_id))`

/** Whether Sales has touched the lead of the accepted handoff `h`. */
export const isTouchedByRep = sql`exists (select from touchpoint t where ${isFirstTouch} and t.voided_at is null)`

/** Whether the touch `t` is there, or was at the moment `then`: logged by then, and not yet voided. */
export const isThere = (then?: Prisma.Sql): Prisma.Sql =>
  then ? sql`t.logged_at <= ${then} and (t.voided_at is null or t.voided_at > ${then})` : sql`t.voided_at is null`

/** Of which promises the time came: a condition on the moment at which they were due. */
type Due = (dueAt: Prisma.Sql) => Prisma.Sql

/**
 * The promises of all handoffs that `isDue` chooses, as a select of `handoff_id`, `lead_id`, `promise`, `due_at`,
 * `done_at` (when it was fulfilled, in time or not) and `ended_at` (when there was nothing to fulfil any more: the offer
 * was withdrawn, the lead closed). With `then`, as far as was known at that moment.
 */
export function promisesSql(isDue: Due, then?: Prisma.Sql): Prisma.Sql {
  const by = (column: Prisma.Sql) => (then ? sql`case when ${column} <= ${then} then ${column} end` : column)
  const isReal = then ? sql`(h.reverted_at is null or h.reverted_at > ${then})` : sql`h.reverted_at is null`
  const chosen = (dueAt: Prisma.Sql) => sql`${isDue(dueAt)} and ${isReal}`
  return sql`
    select h.id as handoff_id, h.lead_id, 'accept' as promise, h.due_at,
      coalesce(${by(sql`h.accepted_at`)}, ${by(sql`h.returned_at`)}) as done_at, ${by(sql`h.withdrawn_at`)} as ended_at
    from handoff h where ${chosen(sql`h.due_at`)}
    union all
    select h.id, h.lead_id, 'first_touch', h.touch_due_at,
      (select min(t.occurred_at) from touchpoint t where ${isFirstTouch} and ${isThere(then)}),
      coalesce(${by(sql`h.returned_at`)}, ${by(sql`h.closed_at`)})
    from handoff h where ${chosen(sql`h.touch_due_at`)}
    union all
    select h.id, h.lead_id, 'answer', h.answer_due_at, ${by(sql`h.answered_at`)},
      coalesce(${by(sql`s.closed_at`)}, ${by(sql`s.deleted_at`)})
    from handoff h join lead_state s on s.lead_id = h.lead_id where ${chosen(sql`h.answer_due_at`)}`
}

/** Whether the promise `p` was kept; whether it was broken by `then`. What had ended before it was due is neither. */
export const isKept = sql`coalesce(p.done_at <= p.due_at, false)`
export const isBroken = (then: Prisma.Sql): Prisma.Sql =>
  sql`(p.due_at < ${then} and coalesce(least(p.done_at, p.ended_at), 'infinity') > p.due_at)`

/** Whether the promise of the handoff `h`, whose lead stands as `s` says, is still to be fulfilled. */
export const isToFulfil = (promise: Prisma.Sql): Prisma.Sql => sql`case ${promise}
  when 'accept' then h.status = 'WAITING'
  when 'first_touch' then h.status = 'ACCEPTED' and not ${isTouchedByRep}
  when 'answer' then h.answered_at is null and s.outcome = 'OPEN' and s.deleted_at is null
end`
