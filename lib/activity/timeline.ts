import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { visibleLeads } from '@/lib/access/scopes'
import type { ActivityFacts, ActivityType } from '@/lib/activity/activity'
import { idOfLine, lineOfId } from '@/lib/activity/line-id'
import { db, type Tx } from '@/lib/db'
import { notFound } from '@/lib/errors'
import { cutPage, momentOf, type Page, readCursor } from '@/lib/page'
import { channelsOf } from '@/lib/touchpoints/channel'
import { Prisma } from '@/prisma/generated/client'
import type { Channel, Direction } from '@/prisma/generated/enums'

export const timelineFilters = ['all', 'marketing', 'sales', 'handoffs'] as const
export type TimelineFilter = (typeof timelineFilters)[number]

/** What a line of the timeline says of a touch. */
export type TimelineTouch = {
  id: string
  channel: Channel
  direction: Direction
  engaged: boolean
  note: string | null
  campaignId: string | null
  campaign: string | null
  loggedAt: Date
  loggedById: string | null
  voidedAt: Date | null
  voidedBy: string | null
}

/** A line of history other than a touch, with the facts as they were said at the time. */
type TimelineChange = { [Type in ActivityType]: { type: Type; data: ActivityFacts[Type] } }[ActivityType]

export type TimelineLine = {
  /** In the order of writing. */
  seq: string
  /** When it happened: of a touch, when it took place, which may be long before it was logged. */
  at: Date
  /** Null: Baton itself, by a rule, or somebody outside. */
  actor: string | null
} & ({ touch: TimelineTouch; change: null } | { touch: null; change: TimelineChange })

type Row = TimelineTouch & {
  seq: string
  at: Date
  actor: string | null
  type: ActivityType
  data: unknown
  touchId: string | null
}

const { sql } = Prisma

const handoffTypes = sql`a.type in ('lead_offered', 'handoff_passed_on', 'handoff_accepted', 'handoff_returned', 'handoff_withdrawn', 'handoff_ended', 'handoff_answered', 'repair_settled', 'handoff_rated', 'promise_broken')`
const touchesOf = (team: 'marketing' | 'sales') => sql`t.channel::text in (${Prisma.join(channelsOf(team))})`

const filterSql: Record<TimelineFilter, Prisma.Sql> = {
  all: sql`true`,
  marketing: touchesOf('marketing'),
  sales: touchesOf('sales'),
  handoffs: handoffTypes,
}

const sort = '-happenedAt'

/**
 * The history of a lead, what happened last first: touches by when they took place, changes by when they were made.
 * A voided touch stays where it was, marked. A change of stage is told only where nothing beside it tells it already.
 *
 * Throws NOT_FOUND for a lead that does not exist for the actor, INVALID for a cursor that is not of this list.
 */
export async function listTimeline(
  actor: Actor,
  {
    leadId,
    filter = 'all',
    limit = 30,
    cursor,
  }: { leadId: string; filter?: TimelineFilter; limit?: number; cursor?: string },
  tx: Tx = db,
): Promise<Page<TimelineLine>> {
  if (!(await tx.lead.count({ where: { AND: [{ id: leadId }, visibleLeads(actor)] } }))) throw notFound('lead')
  const rows = await tx.$queryRaw<Row[]>(sql`
    select a.seq::text as seq, happened.at, coalesce(p.name, lp.name) as actor, a.type, a.data, t.id as "touchId", t.channel,
      t.direction, t.engaged, t.note, t.campaign_id as "campaignId", c.name as campaign, t.logged_at as "loggedAt",
      t.logged_by_id as "loggedById", t.voided_at as "voidedAt", v.name as "voidedBy"
    from activity a
    left join touchpoint t on t.id = a.touchpoint_id and a.type = 'touch_logged'
    cross join lateral (select coalesce(t.occurred_at, a.at) as at) happened
    left join campaign c on c.id = t.campaign_id
    left join person p on p.id = a.actor_id
    left join person lp on lp.id = t.logged_by_id
    left join person v on v.id = t.voided_by_id
    where a.lead_id = ${leadId}::uuid and a.reverted_at is null and a.type <> 'touch_voided' and ${filterSql[filter]} and ${isTelling}
      and ${after(cursor)}
    order by happened.at desc, a.seq desc limit ${limit + 1}`)
  const { data, nextCursor } = cutPage(rows, limit, ({ at, seq }) => ({
    sort,
    value: at.toISOString(),
    id: idOfLine(BigInt(seq)),
  }))
  return { data: data.map(toLine), nextCursor }
}

/** A rise is told by its touch, a fall by recycling by the return, a merge by itself: those lines would say it twice. */
const isTelling = sql`(a.type <> 'stage_changed' or not exists (
  select 1 from activity told where told.lead_id = a.lead_id and told.at = a.at
    and told.type in ('touch_logged', 'handoff_returned', 'leads_merged', 'lead_merged_away', 'merge_undone')))`

function toLine({ seq, at, actor, type, data, touchId, ...touch }: Row): TimelineLine {
  return touchId
    ? { seq, at, actor, touch: { ...touch, id: touchId }, change: null }
    : { seq, at, actor, touch: null, change: { type, data } as TimelineChange }
}

function after(cursor: string | undefined): Prisma.Sql {
  const from = readCursor(cursor, sort)
  if (!from) return sql`true`
  return sql`(happened.at, a.seq) < (${momentOf(from)}::timestamptz, ${lineOfId(from.id)}::bigint)`
}
