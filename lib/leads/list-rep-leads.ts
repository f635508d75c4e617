import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { isOwnSql } from '@/lib/access/own-sql'
import { authorise, can } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import { isTouchedByRep } from '@/lib/handoffs/promises-sql'
import { leadInclude, leadShape, type LeadShape } from '@/lib/leads/lead-shape'
import { closedOfLateDays, repFocuses, type RepFocus, silentFromDays } from '@/lib/leads/rep-focus'
import { cutPage, defaultLimit, momentOf, type Page, readCursor } from '@/lib/page'
import { type LastTouch, lastTouches } from '@/lib/touchpoints/last-touches'
import { Prisma } from '@/prisma/generated/client'

/**
 * What reps have on their desk. `open`: first those whose next step is overdue, then those that nobody has touched since
 * they were accepted, then by silence, the longest first. `closed`: won and lost of the last 90 days, the latest first.
 */
type RepView = 'open' | 'closed'

export type RepLead = LeadShape & {
  lastTouch: LastTouch | null
  acceptedAt: Date | null
  /** Until when an accepted lead should be touched; null once it was, or without a handoff. */
  firstTouchDueAt: Date | null
  /** The open task that is due first. */
  nextStep: { what: string; dueAt: Date } | null
}

const { sql } = Prisma

/** A rep's own leads and those of whom they stand in for; managers see those of all reps. */
const whose = (actor: Actor) => (can(actor, 'lead.assign') ? sql`s.rep_id is not null` : isOwnSql(actor, sql`s.rep_id`))

const isUntouched = sql`(h.accepted_at is not null and not ${isTouchedByRep})`

const focused: Record<RepFocus, (now: Date) => Prisma.Sql> = {
  all: () => sql`true`,
  overdue: (now) => sql`exists (
    select from task
    where task.lead_id = s.lead_id and done_at is null and cancelled_at is null and due_at < ${now}::timestamptz
  )`,
  silent: (now) =>
    sql`coalesce(s.last_touch_at, s.created_at) < ${now}::timestamptz - make_interval(days => ${silentFromDays})`,
  'over-touched': () => sql`s.is_over_touched`,
  'close-to-win': (now) => sql`(s.stage = 'HOT' and not s.is_over_touched and exists (
    select from touchpoint t
    where t.lead_id = s.lead_id and t.voided_at is null and t.engaged
      and t.occurred_at >= ${now}::timestamptz - make_interval(days => ${silentFromDays})
  ))`,
}

type ViewSql = {
  condition: (now: Date) => Prisma.Sql
  order: (now: Date) => Prisma.Sql
  isDescending: boolean
}

const views: Record<RepView, ViewSql> = {
  open: {
    condition: () => sql`s.outcome = 'OPEN' and s.desk = 'SALES'`,
    // Overdue steps rank before all others, by when they were due; then untouched leads, by when they were accepted.
    order: (now) =>
      sql`case when t.due_at < ${now}::timestamptz then t.due_at - interval '2000 years' when ${isUntouched} then h.accepted_at - interval '1000 years' else coalesce(s.last_touch_at, s.created_at) end`,
    isDescending: false,
  },
  closed: {
    condition: (now) =>
      sql`s.outcome <> 'OPEN' and s.closed_at > ${now}::timestamptz - make_interval(days => ${closedOfLateDays})`,
    order: () => sql`s.closed_at`,
    isDescending: true,
  },
}

/** A page of what the actor has, or as a manager what all reps have. Throws INVALID for a cursor that is not of this list. */
export async function listRepLeads(
  actor: Actor,
  {
    view,
    focus = 'all',
    limit = defaultLimit,
    cursor,
    now,
  }: { view: RepView; focus?: RepFocus; limit?: number; cursor?: string; now: Date },
): Promise<Page<RepLead>> {
  authorise(actor, 'lead.close')
  const { condition, order: orderAt, isDescending } = views[view]
  const order = orderAt(now)
  const rows = await db.$queryRaw<
    {
      id: string
      rank: Date
      acceptedAt: Date | null
      touchDueAt: Date | null
      isUntouched: boolean
      what: string | null
      stepDueAt: Date | null
    }[]
  >(sql`
    select s.lead_id as id, ${order} as rank, h.accepted_at as "acceptedAt",
      h.touch_due_at as "touchDueAt", ${isUntouched} as "isUntouched",
      t.what, t.due_at as "stepDueAt"
    from lead_state s left join handoff h on h.lead_id = s.lead_id and h.status = 'ACCEPTED'
    left join lateral (
      select what, due_at from task
      where lead_id = s.lead_id and done_at is null and cancelled_at is null order by due_at, id limit 1
    ) t on true
    where ${whose(actor)} and s.deleted_at is null and ${condition(now)} and ${focused[focus](now)}
      and ${after(view, cursor, order)}
    order by rank ${isDescending ? sql`desc` : sql`asc`}, s.lead_id limit ${limit + 1}`)
  const { data: shown, nextCursor } = cutPage(rows, limit, ({ rank, id }) => ({
    sort: view,
    value: rank.toISOString(),
    id,
  }))
  const ids = shown.map(({ id }) => id)
  const [leads, touches] = await Promise.all([
    db.lead.findMany({ where: { id: { in: ids } }, include: leadInclude }),
    lastTouches(actor, ids),
  ])
  const byId = new Map(leads.map((lead) => [lead.id, lead]))
  return {
    data: shown.flatMap((row) => {
      const lead = byId.get(row.id)
      return lead
        ? [
            {
              ...leadShape(lead),
              lastTouch: touches.get(row.id) ?? null,
              acceptedAt: row.acceptedAt,
              firstTouchDueAt: row.isUntouched && view === 'open' ? row.touchDueAt : null,
              nextStep: row.what !== null && row.stepDueAt ? { what: row.what, dueAt: row.stepDueAt } : null,
            },
          ]
        : []
    }),
    nextCursor,
  }
}

function after(view: RepView, cursor: string | undefined, order: Prisma.Sql): Prisma.Sql {
  const past = readCursor(cursor, view)
  if (!past) return sql`true`
  const rank = momentOf(past)
  const beyond = views[view].isDescending ? sql`<` : sql`>`
  return sql`(${order} ${beyond} ${rank}::timestamptz or (${order} = ${rank}::timestamptz and s.lead_id > ${past.id}::uuid))`
}

/** How many leads are in the view. */
export async function countRepLeads(actor: Actor, view: RepView, now: Date): Promise<number> {
  authorise(actor, 'lead.close')
  const [row] = await db.$queryRaw<{ count: number }[]>(sql`
    select count(*)::int as count from lead_state s
    where ${whose(actor)} and s.deleted_at is null and ${views[view].condition(now)}`)
  return row?.count ?? 0
}

/** How many of the open leads each focus has. */
export async function countRepFocuses(actor: Actor, now: Date): Promise<Record<RepFocus, number>> {
  authorise(actor, 'lead.close')
  const counts = repFocuses.map(
    (focus) => sql`count(*) filter (where ${focused[focus](now)})::int as ${Prisma.raw(`"${focus}"`)}`,
  )
  const [row] = await db.$queryRaw<Record<RepFocus, number>[]>(sql`
    select ${Prisma.join(counts)} from lead_state s
    where ${whose(actor)} and s.deleted_at is null and ${views.open.condition(now)}`)
  if (!row) throw new Error('a count without a row')
  return row
}
