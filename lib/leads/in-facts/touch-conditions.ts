import type { Figure } from '@/lib/campaigns/figure'
import { type Condition, type Days, everyDay, hasTouch, type IsMeant } from '@/lib/facts/conditions'
import type { Facts } from '@/lib/facts/facts'
import type { LeadFilters } from '@/lib/leads/filters'
import type { Asking } from '@/lib/leads/in-facts/conditions'

/** The filters that ask for a lead's touches. */
export const touchFilters: readonly (keyof LeadFilters)[] = [
  'campaign',
  'campaignFigure',
  'notCampaign',
  'channel',
  'channelFigure',
  'touchedFrom',
  'touchedTo',
]

/**
 * What they ask: for one touch of the campaign, and for one of the channel within the days. Both are true of the touch
 * that brings the lead into a figure.
 */
export function touchConditions({ facts, momentOf }: Asking, filters: LeadFilters): Condition[] {
  const { campaign, campaignFigure, notCampaign, channel, channelFigure, touchedFrom, touchedTo } = filters
  const { campaignId, channel: channels } = facts.touches.table.columns
  const edgeOf = (edge: string | undefined, none: number) => (edge === undefined ? none : (momentOf(edge) ?? none))
  const days = { start: edgeOf(touchedFrom, -Infinity), end: edgeOf(touchedTo, Infinity) }
  const hasDays = touchedFrom !== undefined || touchedTo !== undefined
  return [
    ...(campaign ? [hasTouch(facts, campaignId, campaign, everyDay, broughtInto(facts, campaignFigure))] : []),
    ...(channel ? [hasTouch(facts, channels, channel, days, broughtInto(facts, channelFigure))] : []),
    ...(hasDays && !channel ? [wasTouched(facts, days)] : []),
    ...(notCampaign ? [not(hasTouch(facts, campaignId, notCampaign))] : []),
  ]
}

const not =
  (condition: Condition): Condition =>
  (slot) =>
    !condition(slot)

/** Whether a lead was touched within the days. The last touch before the end says it, and is looked for where the first and the last one of all do not. */
export function wasTouched({ leads, touches }: Facts, { start, end }: Days): Condition {
  const { firstTouchAt, lastTouchAt } = leads.columns
  const { first, many, table } = touches
  const { occurredAt } = table.columns
  return (slot) => {
    const last = lastTouchAt[slot] as number
    if (!((firstTouchAt[slot] as number) < end && last >= start)) return false
    if (last < end) return true
    let row = (first[slot] as number) + (many[slot] as number) - 1
    while ((occurredAt[row] as number) >= end) row--
    return (occurredAt[row] as number) >= start
  }
}

/** Whether a touch brings its lead into a figure, by the rule of lib/campaigns/figures-sql.ts. */
function broughtInto(facts: Facts, figure: Figure | undefined): IsMeant {
  const { firstWarmedAt, firstAcceptedAt, firstHotAt, outcome } = facts.leads.columns
  const { occurredAt, engaged } = facts.touches.table.columns
  const won = outcome.codeOf('WON')
  const brings: Record<Figure, IsMeant> = {
    reach: null,
    engaged: (row) => engaged[row] === 1,
    warmed: (row, slot) => occurredAt[row] === firstWarmedAt[slot],
    accepted: (row, slot) => (occurredAt[row] as number) < (firstAcceptedAt[slot] as number),
    hot: (row, slot) => occurredAt[row] === firstHotAt[slot],
    won: (_, slot) => outcome.codes[slot] === won,
  }
  return figure ? brings[figure] : null
}
