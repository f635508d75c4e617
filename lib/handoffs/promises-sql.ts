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

/** The touches that are there. */
export const unvoidedTouches = sql`(select * from touchpoint where voided_at is null)`

/** Of which promises the time came: a condition on the moment at which they were due. */
type Due = (dueAt: Prisma.Sql) => Prisma.Sql

const handoffs = sql`(select * from handoff where reverted_at is null)`

/**
 * The promises of all handoffs that `isDue` chooses, as a select of `handoff_id`, `lead_id`, `promise`, `due_at`,
 * `done_at` (when it was fulfilled, in time or not) and `ended_at` (when there was nothing to fulfil any more: the offer
 * was withdrawn, the lead closed). Reports say the same of the facts: lib/reports/handoffs/promises.ts.
 */
export const promisesSql = (isDue: Due): Prisma.Sql => sql`
    select h.id as handoff_id, h.lead_id, 'accept' as promise, h.due_at,
      coalesce(h.accepted_at, h.returned_at) as done_at, h.withdrawn_at as ended_at
    from ${handoffs} h where ${isDue(sql`h.due_at`)}
    union all
    select h.id, h.lead_id, 'first_touch', h.touch_due_at,
      (select min(t.occurred_at) from ${unvoidedTouches} t where ${isFirstTouch}), coalesce(h.returned_at, h.closed_at)
    from ${handoffs} h where ${isDue(sql`h.touch_due_at`)}
    union all
    select h.id, h.lead_id, 'answer', h.answer_due_at, h.answered_at, coalesce(s.closed_at, s.deleted_at)
    from ${handoffs} h join lead_state s on s.lead_id = h.lead_id where ${isDue(sql`h.answer_due_at`)}`

/**
 * Whether the promise `p` was kept, before it was due and before it ended; whether it was broken by `then`. What had ended
 * before it was due is neither.
 */
export const isKept = sql`coalesce(p.done_at <= least(p.due_at, p.ended_at), false)`
export const isBroken = (then: Prisma.Sql): Prisma.Sql =>
  sql`(p.due_at < ${then} and coalesce(least(p.done_at, p.ended_at), 'infinity') > p.due_at)`

/** Whether the promise of the handoff `h`, whose lead stands as `s` says, is still to be fulfilled. */
export const isToFulfil = (promise: Prisma.Sql): Prisma.Sql => sql`case ${promise}
  when 'accept' then h.status = 'WAITING'
  when 'first_touch' then h.status = 'ACCEPTED' and not ${isTouchedByRep}
  when 'answer' then h.answered_at is null and s.outcome = 'OPEN' and s.deleted_at is null
end`
