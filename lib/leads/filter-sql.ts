import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { Figure } from '@/lib/campaigns/figure'
import { bringsInto } from '@/lib/campaigns/figures-sql'
import { movingPeriodEdge } from '@/lib/period'
import type { LeadFilters } from '@/lib/leads/filters'
import { atStep, isRecycled, touchesToClose } from '@/lib/reports/funnel-steps'
import { searchSql, similarSql } from '@/lib/leads/search-sql'
import { onAnyChannel } from '@/lib/touchpoints/touches-sql'
import { Prisma } from '@/prisma/generated/client'

const { sql, join } = Prisma

/** The relation that every list of leads reads: lead `l` with its state `s`. */
export const leadsFrom = sql`lead l join lead_state s on s.lead_id = l.id`

/** Whether a lead is not deleted, where its own row is not needed: deleted ones are few and have an index of their own. */
export const isLive = (leadId: Prisma.Sql): Prisma.Sql =>
  sql`not exists (select 1 from lead d where d.id = ${leadId} and d.deleted_at is not null)`

/** The rows that exist for the actor: the SQL of visibleLeads. */
export const visibleLeadsSql = (actor: Actor): Prisma.Sql =>
  actor.role === 'rep'
    ? sql`s.deleted_at is null and (s.was_offered or s.rep_id = ${actor.id}::uuid or l.created_by_id = ${actor.id}::uuid)`
    : sql`s.deleted_at is null`

/** What only the lead's own row says. */
const onLead: (keyof LeadFilters)[] = ['q', 'spelling', 'tag', 'source', 'company', 'import', 'valueMin', 'valueMax']

/** What the row of its state need not be read for: touches are found by the lead's id. */
const onTouches: (keyof LeadFilters)[] = ['campaign', 'notCampaign', 'channel', 'touchedTo']

const given = (filters: LeadFilters) =>
  (Object.keys(filters) as (keyof LeadFilters)[]).filter((name) => filters[name] !== undefined)

/** Which rows of a lead have to be read: its own, that of its state, those of its touches. */
export type Tables = { lead: boolean; state: boolean; touches: boolean }

/** The rows that a list with these filters has to read: the fewer, the more its indexes can answer alone. */
export function tablesOf(actor: Actor, filters: LeadFilters): Tables {
  const names = given(filters)
  const lead = actor.role === 'rep' || names.some((name) => onLead.includes(name))
  const state = actor.role === 'rep' || names.some((name) => !onLead.includes(name) && !onTouches.includes(name))
  return { lead, state, touches: names.some((name) => onTouches.includes(name)) }
}

/** The relation of a list that reads these tables. `s` names the lead where its state's row is left out. */
export function listFrom({ lead, state }: Pick<Tables, 'lead' | 'state'>): Prisma.Sql {
  if (!lead) return sql`lead_state s`
  return state
    ? sql`lead_state s join lead l on l.id = s.lead_id`
    : sql`lead l cross join lateral (select l.id as lead_id, l.deleted_at) s`
}

function personSql(column: Prisma.Sql, person: string, actor: Actor): Prisma.Sql {
  if (person === 'none') return sql`${column} is null`
  return sql`${column} = ${person === 'me' ? actor.id : person}::uuid`
}

/** A half-open period; edges that are days begin in the company's zone, and what they mean is settled now. */
function within(column: Prisma.Sql, from: string | undefined, to: string | undefined, timeZone: string): Prisma.Sql[] {
  const now = new Date()
  const start = from && movingPeriodEdge(from, timeZone, now)
  const end = to && movingPeriodEdge(to, timeZone, now)
  return [...(start ? [sql`${column} >= ${start}`] : []), ...(end ? [sql`${column} < ${end}`] : [])]
}

/** The filters as one condition on `leadsFrom` or `listFrom`, with what the actor may see. */
export function leadsWhere(actor: Actor, filters: LeadFilters, timeZone: string): Prisma.Sql {
  const { stage, outcome, desk, owner, rep, campaign, company, tag, source, q, lostReason } = filters
  const is = (condition: Prisma.Sql, value: unknown) => (value === undefined ? [] : [condition])
  const tables = tablesOf(actor, filters)
  const conditions = [
    tables.touches && !tables.lead && !tables.state ? isLive(sql`s.lead_id`) : visibleLeadsSql(actor),
    // The indexes of leads are of those that are there.
    ...is(
      sql`l.deleted_at is null`,
      onLead.find((name) => filters[name] !== undefined),
    ),
    ...is(sql`s.stage = ${stage}::"Stage"`, stage),
    ...is(sql`s.outcome = ${outcome}::"Outcome"`, outcome),
    ...is(sql`s.desk = ${desk}::"Desk"`, desk),
    ...is(sql`s.lost_reason = ${lostReason}::"Reason"`, lostReason),
    ...(owner ? [personSql(sql`s.owner_id`, owner, actor)] : []),
    ...(rep ? [personSql(sql`s.rep_id`, rep, actor)] : []),
    ...is(touchedBy(sql`t.campaign_id = ${campaign}::uuid`, filters.campaignFigure), campaign),
    ...is(sql`not ${touchedBy(sql`t.campaign_id = ${filters.notCampaign}::uuid`)}`, filters.notCampaign),
    ...is(sql`l.company_id = ${company}::uuid`, company),
    ...is(sql`l.import_id = ${filters.import}::uuid`, filters.import),
    ...is(sql`l.tags @> array[${tag}]::text[]`, tag),
    ...is(sql`l.source = ${source}`, source),
    ...(q ? [filters.spelling === 'similar' ? similarSql(q) : searchSql(q)] : []),
    ...is(sql`s.touch_count >= ${filters.touchesMin}`, filters.touchesMin),
    ...is(sql`s.touch_count <= ${filters.touchesMax}`, filters.touchesMax),
    ...is(sql`l.value >= ${filters.valueMin}`, filters.valueMin),
    ...is(sql`l.value <= ${filters.valueMax}`, filters.valueMax),
    ...within(sql`s.created_at`, filters.createdFrom, filters.createdTo, timeZone),
    ...within(sql`s.last_touch_at`, filters.lastTouchFrom, filters.lastTouchTo, timeZone),
    ...within(sql`s.first_warmed_at`, filters.warmedFrom, filters.warmedTo, timeZone),
    ...touchedWithin(filters, timeZone),
    ...is(sql`${touchesToClose} = ${filters.touchesAtClose}`, filters.touchesAtClose),
    ...(filters.step ? [atStep(filters.step, filters.at ?? 'entered')] : []),
    ...is(isRecycled, filters.recycled),
    ...is(sql`s.is_over_touched`, filters.overTouched),
    ...is(filters.asleep === 'yes' ? sql`s.wake_on is not null` : sql`s.wake_on is null`, filters.asleep),
    ...is(filters.doNotContact === 'yes' ? sql`s.do_not_contact` : sql`not s.do_not_contact`, filters.doNotContact),
  ]
  return join(conditions, ' and ')
}

/** Leads with one of the touches, or those of them that are in a figure of these touches. */
const touchedBy = (touches: Prisma.Sql, figure: Figure = 'reach'): Prisma.Sql =>
  sql`exists (select 1 from touchpoint t where ${touches} and t.lead_id = s.lead_id and t.voided_at is null and ${bringsInto[figure]})`

/**
 * A channel and days mean one and the same touch. A lead that was touched from a day on was last touched then or later,
 * and the other way round: its state says so at once.
 */
function touchedWithin(filters: LeadFilters, timeZone: string): Prisma.Sql[] {
  const { channel, channelFigure, touchedFrom, touchedTo } = filters
  const period = within(sql`t.occurred_at`, touchedFrom, touchedTo, timeZone)
  if (!channel && period.length === 0) return []
  const lastTouched = within(sql`s.last_touch_at`, touchedFrom, undefined, timeZone)
  if (!channel && !touchedTo) return lastTouched
  const onChannel = channel ? sql`t.channel = ${channel}::"Channel"` : onAnyChannel
  return [...lastTouched, touchedBy(join([onChannel, ...period], ' and '), channel && channelFigure)]
}
