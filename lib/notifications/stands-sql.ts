import 'server-only'
import { isUnsettled } from '@/lib/handoffs/filter-sql'
import { isToFulfil } from '@/lib/handoffs/promises-sql'
import { Prisma } from '@/prisma/generated/client'
import type { NotificationKind } from '@/prisma/generated/enums'

const { sql, join } = Prisma

/** What `stands` looks at: the notification `n`, its person `p`, its lead `l` with its state `s`, its handoff `h`, its task `t`. */
export const notificationsFrom = sql`notification n
  join person p on p.id = n.person_id
  left join lead l on l.id = n.lead_id
  left join lead_state s on s.lead_id = n.lead_id
  left join handoff h on h.id = n.handoff_id
  left join task t on t.id = n.task_id`

/** Of several breaches that one row tells: whether one is still to be made good by, or before, this person. */
const isToMakeGood = (since: Prisma.Sql) => sql`exists (
  select from breach b join handoff h on h.id = b.handoff_id join lead_state s on s.lead_id = h.lead_id
  where ${since} = n.at and ${isToFulfil(sql`b.promise::text`)}
    and (p.role in ('manager', 'admin') or p.id in (h.rep_id, h.given_to_id, h.offered_by_id, s.owner_id)))`

const promise = sql`n.data ->> 'promise'`
const isOne = sql`n.count = 1`
const always = sql`true`

/** For how long there is a reason to tell it. What has simply happened stays true; an offer that is hot now was told as such. */
const reasons: Record<NotificationKind, Prisma.Sql> = {
  hot_waiting: sql`case when ${isOne} then h.status = 'WAITING' and s.stage = 'HOT' else exists (
    select from handoff w join lead_state ws on ws.lead_id = w.lead_id
    where w.status = 'WAITING' and ws.stage = 'HOT' and w.offered_at <= n.at) end`,
  offer_given: sql`case when ${isOne} then h.status = 'WAITING' and h.given_to_id = p.id
    and (s.stage <> 'HOT' or n.data ->> 'isHot' = 'true') else exists (
    select from handoff w where w.status = 'WAITING' and w.given_to_id = p.id and w.offered_at <= n.at) end`,
  lead_given: sql`n.count > 1 or s.outcome = 'OPEN' and p.id in (s.owner_id, s.rep_id)`,
  accepted: always,
  repair: sql`h.answer is null and s.outcome = 'OPEN'`,
  sent_back: always,
  to_settle: isUnsettled,
  settled: always,
  promise_broken: sql`case when ${isOne} then ${isToFulfil(promise)} else ${isToMakeGood(sql`b.noticed_at`)} end`,
  escalated: sql`case when ${isOne} then ${isToFulfil(promise)} else ${isToMakeGood(sql`b.escalated_at`)} end`,
  task_due: sql`t.done_at is null and t.cancelled_at is null and t.due_at = n.at and t.assignee_id = p.id`,
  lead_woke: sql`n.count > 1 or s.outcome = 'OPEN' and s.desk = 'MARKETING'`,
  closed: sql`s.outcome::text = n.data ->> 'outcome'`,
}

/** Whether there is still a reason for the notification, as a condition on `notificationsFrom`. */
export const stands: Prisma.Sql = sql`coalesce(case n.kind ${join(
  Object.entries(reasons).map(([kind, reason]) => sql`when ${kind}::"NotificationKind" then (${reason})`),
  ' ',
)} end, false)`

/** Whether its lead exists for its person: the SQL of visibleLeads, for whoever it is. A row of several names none. */
export const isTheirs: Prisma.Sql = sql`(n.lead_id is null and n.count > 1 or s.deleted_at is null
  and (p.role <> 'rep' or s.was_offered or s.rep_id = p.id or l.created_by_id = p.id))`
