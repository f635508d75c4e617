import type { Figure } from '@/lib/campaigns/figure'
import type { Words } from '@/lib/facts/columns'
import { type Facts, noSlot } from '@/lib/facts/facts'
import type { LeadFilters } from '@/lib/leads/filters'
import type { Asking, Condition } from '@/lib/leads/in-facts/conditions'

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

/** Whether a touch is meant, by its row and the slot of its lead; null for every one. */
type IsMeant = ((row: number, slot: number) => boolean) | null

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
    ...(notCampaign ? [not(hasTouch(facts, campaignId, notCampaign, everyDay, null))] : []),
  ]
}

type Days = { start: number; end: number }
const everyDay: Days = { start: -Infinity, end: Infinity }

const not =
  (condition: Condition): Condition =>
  (slot) =>
    !condition(slot)

/** Passes over all touches in the order of their rows: ten million of them take some hundredths of a second. */
function hasTouch({ touches }: Facts, words: Words, name: string, { start, end }: Days, isMeant: IsMeant): Condition {
  const { many, slotOf, table } = touches
  const { rows, columns } = table
  const { occurredAt } = columns
  const code = words.codeOf(name)
  const { codes } = words
  const has = new Uint8Array(many.length)
  const hasDays = start > -Infinity || end < Infinity
  for (let row = 0; row < rows; row++) {
    if (codes[row] !== code) continue
    const slot = slotOf[row] as number
    if (slot === noSlot) continue
    if (hasDays && !((occurredAt[row] as number) >= start && (occurredAt[row] as number) < end)) continue
    if (isMeant === null || isMeant(row, slot)) has[slot] = 1
  }
  return (slot) => has[slot] === 1
}

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
