import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import { leadInclude, leadShape, type LeadShape } from '@/lib/leads/lead-shape'
import type { RepFocus } from '@/lib/leads/rep-focus'
import { focused, isClosedOf, isOpenOf, isUntouched, type RepGroup, repGroups } from '@/lib/leads/rep-list-sql'
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

function groupsOf(view: RepView, focus: RepFocus): RepGroup[] {
  if (view === 'closed') return ['closed']
  return focus === 'overdue' ? ['overdue'] : ['overdue', 'untouched', 'others']
}

type RepList = { actor: Actor; group: RepGroup; focus: RepFocus; now: Date }

/** A lead of the group that it is asked for, or that turned out to be of another. */
type Candidate = {
  id: string
  at: Date
  group: RepGroup
  acceptedAt: Date | null
  /** Until when it should be touched; null once it was. */
  touchDueAt: Date | null
  what: string | null
  stepDueAt: Date | null
}

type Place = Pick<Candidate, 'at' | 'id'>

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
  const groups = groupsOf(view, focus)
  const past = readCursor(cursor, ...groups)
  const from = past ? groups.findIndex((group) => group === past.sort) : 0
  const rows: Candidate[] = []
  for (const [nth, group] of groups.slice(from).entries()) {
    if (rows.length > limit) break
    const place = nth === 0 && past ? { at: momentOf(past), id: past.id } : null
    rows.push(...(await leadsOf({ actor, group, focus, now }, place, limit + 1 - rows.length)))
  }
  const { data: shown, nextCursor } = cutPage(rows, limit, ({ group, at, id }) => ({
    sort: group,
    value: at.toISOString(),
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
      return lead ? [{ ...leadShape(lead), lastTouch: touches.get(row.id) ?? null, ...deskFacts(row) }] : []
    }),
    nextCursor,
  }
}

const deskFacts = ({ group, acceptedAt, touchDueAt, what, stepDueAt }: Candidate) => ({
  acceptedAt,
  firstTouchDueAt: group === 'closed' ? null : touchDueAt,
  nextStep: what !== null && stepDueAt ? { what, dueAt: stepDueAt } : null,
})

/** The first `wanted` leads of a group past a place. Some of its candidates are of another group, and are passed over. */
async function leadsOf(list: RepList, past: Place | null, wanted: number): Promise<Candidate[]> {
  const found: Candidate[] = []
  let place = past
  for (let most = wanted * 4; ; most *= 4) {
    const candidates = await candidatesOf(list, place, most)
    found.push(...candidates.filter(({ group }) => group === list.group))
    place = candidates.at(-1) ?? null
    if (found.length >= wanted || candidates.length < most) return found.slice(0, wanted)
  }
}

/** Who comes next in the order of a group, each with the group that it is of: the ledger is read for these alone. */
function candidatesOf({ actor, group, focus, now }: RepList, past: Place | null, most: number): Promise<Candidate[]> {
  const { at, from } = repGroups[group]
  const isClosed = group === 'closed'
  const direction = isClosed ? sql`desc` : sql`asc`
  const after = past
    ? isClosed
      ? sql`(${at} < ${past.at}::timestamptz or (${at} = ${past.at}::timestamptz and s.lead_id > ${past.id}::uuid))`
      : sql`(${at}, s.lead_id) > (${past.at}::timestamptz, ${past.id}::uuid)`
    : sql`true`
  // Where a focus leaves few, an index in this order would be read from end to end for them: sorted they are found at once.
  const order = focus === 'all' ? at : sql`${at} + interval '0'`
  const isAsked = isClosed ? isClosedOf(actor, now) : sql`${isOpenOf(actor)} and ${focused[focus](now)}`
  return db.$queryRaw<Candidate[]>(sql`
    with candidate as materialized (
      select s.lead_id, ${at} as at, s.last_sales_touch_at, s.last_touch_at from ${from(actor, now)}
      where ${isAsked} and ${after}
      order by ${order} ${direction}, s.lead_id limit ${most}
    )
    select s.lead_id as id, s.at, h.accepted_at as "acceptedAt", t.what, t.due_at as "stepDueAt",
      case when u.is_untouched then h.touch_due_at end as "touchDueAt",
      case when ${isClosed} then 'closed' when t.due_at < ${now}::timestamptz then 'overdue'
        when u.is_untouched then 'untouched' else 'others' end as "group"
    from candidate s left join handoff h on h.lead_id = s.lead_id and h.status = 'ACCEPTED'
    left join lateral (select ${isUntouched} as is_untouched) u on true
    left join lateral (
      select what, due_at from task
      where lead_id = s.lead_id and done_at is null and cancelled_at is null order by due_at, id limit 1
    ) t on true
    order by s.at ${direction}, s.lead_id`)
}

/** How many leads are in the view. */
export async function countRepLeads(actor: Actor, view: RepView, now: Date): Promise<number> {
  authorise(actor, 'lead.close')
  const [row] = await db.$queryRaw<{ count: number }[]>(sql`
    select count(*)::int as count from lead_state s
    where ${view === 'open' ? isOpenOf(actor) : isClosedOf(actor, now)}`)
  return row?.count ?? 0
}
