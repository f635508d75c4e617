import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { isOwnSql } from '@/lib/access/own-sql'
import { can } from '@/lib/access/permissions'
import { isTouchedByRep } from '@/lib/handoffs/promises-sql'
import { closedOfLateDays, type RepFocus, silentFromDays } from '@/lib/leads/rep-focus'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/**
 * The groups of a rep's leads, one shown after the other: open ones whose next step is overdue, by when it was due; that
 * nobody has touched since they were accepted, by then; the others, by silence. And what was closed of late.
 */
export type RepGroup = 'overdue' | 'untouched' | 'others' | 'closed'

/** The moment by which a group is in order and the relation that has it, lead_state being `s`. */
export const repGroups: Record<RepGroup, { at: Prisma.Sql; from: (actor: Actor, now: Date) => Prisma.Sql }> = {
  overdue: {
    at: sql`step.due_at`,
    from: (_, now) => sql`(
      select lead_id, min(due_at) as due_at from ${overdueSteps(now)} task group by lead_id
    ) step join lead_state s on s.lead_id = step.lead_id`,
  },
  untouched: {
    at: sql`h.accepted_at`,
    // A handoff is accepted by the rep of its lead: said of both, so that an index of handoffs in this order can be read.
    from: (actor) => sql`handoff h join lead_state s on s.lead_id = h.lead_id and h.status = 'ACCEPTED'
      and ${isTheirs(actor, sql`h.rep_id`)} and not ${isSurelyTouched}`,
  },
  others: { at: sql`coalesce(s.last_touch_at, s.created_at)`, from: () => sql`lead_state s` },
  closed: { at: sql`s.closed_at`, from: () => sql`lead_state s` },
}

const overdueSteps = (now: Date) => sql`(
  select lead_id, due_at from task where done_at is null and cancelled_at is null and due_at < ${now}::timestamptz
)`

/** A rep's own leads and those of whom they stand in for; managers see those of all reps. */
const isTheirs = (actor: Actor, repId: Prisma.Sql) =>
  can(actor, 'lead.assign') ? sql`${repId} is not null` : isOwnSql(actor, repId)

/** The last touch by a channel of Sales tells of most leads, without a look at their ledger, that Sales touched them. */
const isSurelyTouched = sql`coalesce(s.last_sales_touch_at >= h.accepted_at, false)`

/** Whether nobody has touched the lead since its handoff `h` was accepted; the ledger is read only where it must be. */
export const isUntouched = sql`(case
  when h.accepted_at is null or ${isSurelyTouched} then false
  when coalesce(s.last_touch_at < h.accepted_at, true) then true
  else not ${isTouchedByRep} end)`

const daysAgo = (now: Date, days: number) => sql`${now}::timestamptz - make_interval(days => ${days})`

/** Which open leads the actor has. */
export const isOpenOf = (actor: Actor) =>
  sql`(${isTheirs(actor, sql`s.rep_id`)} and s.deleted_at is null and s.outcome = 'OPEN' and s.desk = 'SALES')`

/** Which leads the actor has that were closed of late. */
export const isClosedOf = (actor: Actor, now: Date) =>
  sql`(${isTheirs(actor, sql`s.rep_id`)} and s.deleted_at is null and s.outcome <> 'OPEN'
    and s.closed_at > ${daysAgo(now, closedOfLateDays)})`

/** Which of the open leads a focus has. */
export const focused: Record<RepFocus, (now: Date) => Prisma.Sql> = {
  all: () => sql`true`,
  overdue: (now) => sql`s.lead_id in (select lead_id from ${overdueSteps(now)} task)`,
  silent: (now) => sql`coalesce(s.last_touch_at, s.created_at) < ${daysAgo(now, silentFromDays)}`,
  'over-touched': () => sql`s.is_over_touched`,
  'close-to-win': (now) =>
    sql`(s.stage = 'HOT' and not s.is_over_touched and s.last_engaged_at >= ${daysAgo(now, silentFromDays)})`,
}
