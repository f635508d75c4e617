import * as z from 'zod'
import { figures } from '@/lib/campaigns/figure'
import { amountEdge, count, edge, employeesEdge, oneOf, text, uuid } from '@/lib/fields'
import { lostReasons } from '@/lib/handoffs/reasons'
import { approachGroups } from '@/lib/reports/worth/approach'
import { credits } from '@/lib/reports/attribution/credit'
import { funnelPlaces, funnelSteps } from '@/lib/reports/cohort/funnel-step'
import { allChannels } from '@/lib/touchpoints/channel'

const personOrNone = z.union([z.enum(['me', 'none']), uuid], 'Name a person by id, "me" or "none".')

/** What leads can be filtered by, as query parameters. All that are given must hold. */
export const leadFilters = {
  stage: oneOf(['COLD', 'WARM', 'HOT']).optional(),
  outcome: oneOf(['OPEN', 'WON', 'LOST']).optional(),
  desk: oneOf(['MARKETING', 'QUEUE', 'SALES']).optional(),
  owner: personOrNone.optional(),
  rep: personOrNone.optional(),
  /** Leads with an unvoided touch of this campaign. */
  campaign: uuid.optional(),
  /** Which of them: the leads of a figure of that campaign. */
  campaignFigure: oneOf(figures).optional(),
  /** Leads without an unvoided touch of this campaign. */
  notCampaign: uuid.optional(),
  /** Leads with an unvoided touch on this channel, where they are given from `touchedFrom` to `touchedTo`. */
  channel: oneOf(allChannels).optional(),
  /** Which of them: the leads of a figure of those touches. */
  channelFigure: oneOf(figures).optional(),
  /** Wins in which this channel, this campaign or, without one, any touch had such a part. */
  credit: oneOf(credits).optional(),
  company: uuid.optional(),
  tag: text(50).optional(),
  source: text(200).optional(),
  /** Any part of name, email, company, phone; a whole external id. */
  q: text(200).optional(),
  /** What `q` finds: the words as they are spelled (the default), or words like them. */
  spelling: oneOf(['exact', 'similar']).optional(),
  touchesMin: count.optional(),
  touchesMax: count.optional(),
  createdFrom: edge.optional(),
  createdTo: edge.optional(),
  warmedFrom: edge.optional(),
  warmedTo: edge.optional(),
  closedFrom: edge.optional(),
  closedTo: edge.optional(),
  touchedFrom: edge.optional(),
  touchedTo: edge.optional(),
  /** The last unvoided touch; leads without one are in no such period. */
  lastTouchFrom: edge.optional(),
  lastTouchTo: edge.optional(),
  valueMin: amountEdge.optional(),
  valueMax: amountEdge.optional(),
  /** People at the lead's company. */
  employeesMin: employeesEdge.optional(),
  employeesMax: employeesEdge.optional(),
  lostReason: oneOf(lostReasons).optional(),
  /** Lifetime touches up to the close; of open leads up to now. */
  touchesAtClose: count.optional(),
  touchesAtCloseMin: count.optional(),
  /** The channel of the first unvoided touch; `none` for leads that were never touched. */
  firstChannel: oneOf([...allChannels, 'none']).optional(),
  /** Leads without a source. */
  noSource: oneOf(['yes']).optional(),
  /** A step of the funnel, and what became of the leads that entered it. */
  step: oneOf(funnelSteps).optional(),
  at: oneOf(funnelPlaces).optional(),
  /** How the teams came to the lead. */
  approach: oneOf(approachGroups).optional(),
  recycled: oneOf(['yes']).optional(),
  overTouched: oneOf(['yes']).optional(),
  /** Recycled until a day that is still to come. */
  asleep: oneOf(['yes', 'no']).optional(),
  doNotContact: oneOf(['yes', 'no']).optional(),
  import: uuid.optional(),
} satisfies Record<string, z.ZodType>

export type LeadFilters = z.output<z.ZodObject<typeof leadFilters>>

/** By what a list of leads can be sorted; `-` before it for descending. Leads without the value come last, descending. */
const leadSorts = [
  'createdAt',
  'lastTouchAt',
  'touchCount',
  'name',
  'company',
  'email',
  'title',
  'source',
  'owner',
  'rep',
  'value',
  'warmedAt',
  'hotAt',
  'closedAt',
] as const
export type LeadSort = (typeof leadSorts)[number]
export const leadSortWords = leadSorts.flatMap((sort) => [sort, `-${sort}` as const])
export const defaultLeadSort = '-createdAt'
export const leadSortParameter = oneOf(leadSortWords).optional()
