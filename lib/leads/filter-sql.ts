import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { isOwnSql } from '@/lib/access/own-sql'
import type { Figure } from '@/lib/campaigns/figure'
import { bringsInto } from '@/lib/campaigns/figures-sql'
import { movingPeriodEdge } from '@/lib/period'
import type { LeadFilters } from '@/lib/leads/filters'
import { isApproached } from '@/lib/reports/worth/approach-sql'
import { isCredited } from '@/lib/reports/attribution/credit-sql'
import { atStep, isRecycled, touchesToClose } from '@/lib/reports/cohort/funnel-steps'
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
  join([sql`s.deleted_at is null`, ...visibleOfLive(actor)], ' and ')

const visibleOfLive = (actor: Actor): Prisma.Sql[] =>
  actor.role === 'rep'
    ? [sql`(s.was_offered or ${isOwnSql(actor, sql`s.rep_id`)} or s.created_by_id = ${actor.id}::uuid)`]
    : []

/** What only the lead's own row says. */
const onLead: (keyof LeadFilters)[] = ['q', 'spelling', 'tag', 'company', 'employeesMin', 'employeesMax', 'import']

/** What both rows say: the lead's has an index for each, its state's has them beside what else is asked for. */
const onBoth: (keyof LeadFilters)[] = ['source', 'valueMin', 'valueMax']

/** What the row of its state need not be read for: touches are found by the lead's id. */
const onTouches: (keyof LeadFilters)[] = ['campaign', 'notCampaign', 'channel']

/** Days of which the touches themselves are asked; since some day alone is what the last touch says. */
const daysOfTouches = ({ channel, touchedTo }: LeadFilters): (keyof LeadFilters)[] =>
  channel || touchedTo ? ['touchedFrom', 'touchedTo'] : []

/** Which rows of a lead have to be read: its own, that of its state, those of its touches. */
export type Tables = { lead: boolean; state: boolean; touches: boolean }

/**
 * The rows that a list with these filters has to read: the fewer, the more its indexes can answer alone. `sortedBy` says
 * on which row it finds its order.
 */
export function tablesOf(actor: Actor, filters: LeadFilters, sortedBy?: 'lead' | 'state'): Tables {
  const names = (Object.keys(filters) as (keyof LeadFilters)[]).filter((name) => filters[name] !== undefined)
  const isOneOf = (...lists: (keyof LeadFilters)[][]) => names.some((name) => lists.flat().includes(name))
  const ofTouches = [...onTouches, ...daysOfTouches(filters)]
  const touches = isOneOf(ofTouches)
  const state =
    actor.role === 'rep' ||
    sortedBy === 'state' ||
    (touches && isOneOf(onBoth)) ||
    names.some((name) => ![...onLead, ...onBoth, ...ofTouches].includes(name))
  const lead = sortedBy === 'lead' || isOneOf(onLead) || (isOneOf(onBoth) && !state)
  return { lead, state, touches }
}

/** What a lead's own row says in the place of its state's. */
export const leadAsState = sql`lateral (select l.id as lead_id, l.deleted_at, l.source, l.value) s`

/** The relation of a list that reads these tables. `s` stands for the state where its row is left out. */
export function listFrom({ lead, state }: Pick<Tables, 'lead' | 'state'>): Prisma.Sql {
  if (!lead) return sql`lead_state s`
  return state ? sql`lead_state s join lead l on l.id = s.lead_id` : sql`lead l cross join ${leadAsState}`
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

/** The filters as one condition on `leadsFrom`, or on the `listFrom` of these tables, with what the actor may see. */
export function leadsWhere(
  actor: Actor,
  filters: LeadFilters,
  timeZone: string,
  { touches, lead, state }: Tables = { lead: true, state: true, touches: true },
): Prisma.Sql {
  const visible = touches && !lead && !state ? isLive(sql`s.lead_id`) : visibleLeadsSql(actor)
  const onState = [...stateConditions(actor, filters, timeZone), ...(state ? touchedAround(filters, timeZone) : [])]
  return join([visible, ...onState, ...otherConditions(filters, timeZone)], ' and ')
}

/** What the state's row alone answers, of leads that are not deleted: the filters, and what the actor may see. */
export const stateWhere = (actor: Actor, filters: LeadFilters, timeZone: string): Prisma.Sql =>
  join(
    [
      sql`true`,
      ...visibleOfLive(actor),
      ...stateConditions(actor, filters, timeZone),
      ...touchedAround(filters, timeZone),
    ],
    ' and ',
  )

/** The rest, where the state's part is known to hold. */
export const otherWhere = (filters: LeadFilters, timeZone: string): Prisma.Sql =>
  join([sql`true`, ...otherConditions(filters, timeZone)], ' and ')

const is = (condition: Prisma.Sql, value: unknown) => (value === undefined ? [] : [condition])

function stateConditions(actor: Actor, filters: LeadFilters, timeZone: string): Prisma.Sql[] {
  const { stage, outcome, desk, owner, rep, source, lostReason } = filters
  return [
    ...is(sql`s.stage = ${stage}::"Stage"`, stage),
    ...is(sql`s.outcome = ${outcome}::"Outcome"`, outcome),
    ...is(sql`s.desk = ${desk}::"Desk"`, desk),
    ...is(sql`s.lost_reason = ${lostReason}::"Reason"`, lostReason),
    ...(owner ? [personSql(sql`s.owner_id`, owner, actor)] : []),
    ...(rep ? [personSql(sql`s.rep_id`, rep, actor)] : []),
    ...is(sql`s.source = ${source}`, source),
    ...is(sql`s.value >= ${filters.valueMin}`, filters.valueMin),
    ...is(sql`s.value <= ${filters.valueMax}`, filters.valueMax),
    ...is(sql`s.touch_count >= ${filters.touchesMin}`, filters.touchesMin),
    ...is(sql`s.touch_count <= ${filters.touchesMax}`, filters.touchesMax),
    ...within(sql`s.created_at`, filters.createdFrom, filters.createdTo, timeZone),
    ...within(sql`s.last_touch_at`, filters.lastTouchFrom, filters.lastTouchTo, timeZone),
    ...within(sql`s.first_warmed_at`, filters.warmedFrom, filters.warmedTo, timeZone),
    ...within(sql`s.closed_at`, filters.closedFrom, filters.closedTo, timeZone),
    ...is(sql`${touchesToClose} = ${filters.touchesAtClose}`, filters.touchesAtClose),
    ...is(sql`${touchesToClose} >= ${filters.touchesAtCloseMin}`, filters.touchesAtCloseMin),
    ...is(firstChannelIs(filters.firstChannel), filters.firstChannel),
    ...is(sql`s.source is null`, filters.noSource),
    ...(filters.step ? [atStep(filters.step, filters.at ?? 'entered')] : []),
    ...(filters.approach ? [isApproached(filters.approach)] : []),
    ...is(isRecycled, filters.recycled),
    ...is(sql`s.is_over_touched`, filters.overTouched),
    ...is(filters.asleep === 'yes' ? sql`s.wake_on is not null` : sql`s.wake_on is null`, filters.asleep),
    ...is(filters.doNotContact === 'yes' ? sql`s.do_not_contact` : sql`not s.do_not_contact`, filters.doNotContact),
  ]
}

/** A lead that was touched from a day on was last touched then or later, and first touched before the last day. */
const touchedAround = ({ touchedFrom, touchedTo }: LeadFilters, timeZone: string): Prisma.Sql[] => [
  ...within(sql`s.last_touch_at`, touchedFrom, undefined, timeZone),
  ...within(sql`s.first_touch_at`, undefined, touchedTo, timeZone),
]

const firstChannelIs = (channel: LeadFilters['firstChannel']): Prisma.Sql =>
  channel === 'none' ? sql`s.first_channel is null` : sql`s.first_channel = ${channel}::"Channel"`

function otherConditions(filters: LeadFilters, timeZone: string): Prisma.Sql[] {
  const { notCampaign, company, tag, q } = filters
  return [
    // The indexes of leads are of those that are there.
    ...is(
      sql`l.deleted_at is null`,
      onLead.find((name) => filters[name] !== undefined),
    ),
    ...is(sql`l.company_id = ${company}::uuid`, company),
    ...is(employs(sql`c.employees >= ${filters.employeesMin}`), filters.employeesMin),
    ...is(employs(sql`c.employees <= ${filters.employeesMax}`), filters.employeesMax),
    ...is(sql`l.import_id = ${filters.import}::uuid`, filters.import),
    ...is(sql`l.tags @> array[${tag}]::text[]`, tag),
    ...(q ? [filters.spelling === 'similar' ? similarSql(q) : searchSql(q)] : []),
    ...is(sql`not ${touchedBy(sql`t.campaign_id = ${notCampaign}::uuid`)}`, notCampaign),
    ...touchesAsked(filters, timeZone).map(touchedBy),
    ...(filters.credit ? [isCredited(filters.credit, ofWhom(filters))] : []),
  ]
}

/** Leads of companies of which we know how many people work there. */
const employs = (howMany: Prisma.Sql): Prisma.Sql => sql`l.company_id in (select c.id from company c where ${howMany})`

/** The touches `t` of the channel and the campaign that are asked for. */
const ofWhom = ({ channel, campaign }: LeadFilters): Prisma.Sql =>
  join(
    [
      sql`true`,
      ...is(sql`t.channel = ${channel}::"Channel"`, channel),
      ...is(sql`t.campaign_id = ${campaign}::uuid`, campaign),
    ],
    ' and ',
  )

/** Leads with one of the touches. */
const touchedBy = (touches: Prisma.Sql): Prisma.Sql =>
  sql`exists (select 1 from touchpoint t where ${touches} and t.lead_id = s.lead_id and t.voided_at is null)`

/**
 * The touches of which a lead has to have one of each kind, all of them or those that bring it into a figure. A channel
 * and days mean one and the same touch.
 */
function touchesAsked(filters: LeadFilters, timeZone: string): Prisma.Sql[] {
  const { campaign, campaignFigure, channel, channelFigure, touchedFrom, touchedTo } = filters
  const inFigure = (figure: Figure | undefined) => (figure ? [bringsInto[figure]] : [])
  const ofCampaign = [sql`t.campaign_id = ${campaign}::uuid`, ...inFigure(campaignFigure)]
  const ofDays = [
    channel ? sql`t.channel = ${channel}::"Channel"` : onAnyChannel,
    ...within(sql`t.occurred_at`, touchedFrom, touchedTo, timeZone),
    ...inFigure(channel && channelFigure),
  ]
  return [
    ...(campaign ? [join(ofCampaign, ' and ')] : []),
    ...(daysOfTouches(filters).length > 0 ? [join(ofDays, ' and ')] : []),
  ]
}

/**
 * The touches `t` that are all that is asked for, as a condition and an order in which an index has them; null where
 * leads have to meet more. Without days they come lead by lead, so that the first of them are of many leads.
 */
export function touchesAlone(actor: Actor, filters: LeadFilters, timeZone: string): Prisma.Sql | null {
  const { lead, state } = tablesOf(actor, filters)
  const [touches, ...more] = touchesAsked(filters, timeZone)
  if (!touches || more.length > 0 || lead || state || filters.notCampaign) return null
  const hasDays = filters.touchedFrom !== undefined || filters.touchedTo !== undefined
  return hasDays ? touches : sql`${touches} order by t.lead_id`
}
