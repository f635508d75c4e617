import { type Interval, wilsonInterval } from '@/lib/statistics/wilson'
import type { Channel, Stage } from '@/prisma/generated/enums'

/**
 * What to do next about an open lead, from what came next in leads like it: the same stage, after the same last touches.
 * A channel is suggested when those in which it came next were won clearly more often than all of them.
 */

/** Below so many leads a share would be chance, so nothing is said. */
export const fewestLeads = 30
const mostSuggestions = 3

/** Where a lead is: its stage and the channels of its last two touches; `before` is null when it has but one. */
export type Situation = { stage: Stage; before: Channel | null; last: Channel }

/** Leads that were in a situation with this `before`, and in which `next` came next. */
export type NextTouchFigure = { before: Channel | 'any'; next: Channel | 'any'; won: number; lost: number }

/** Of so many `leads` that are closed, `won` were: as a `share` from 0 to 1. */
type WonShare = { won: number; leads: number; share: number }

export type Suggestion = WonShare & { channel: Channel } & Interval
export type NextTouch = {
  /** The best first, by the low end of the interval; empty when none stands out. */
  suggestions: Suggestion[]
  /** What the leads are like that they are compared with, and how often those were won, whatever came next. */
  alike: WonShare & { stage: Stage; channels: Channel[] }
}

/**
 * At most three of the channels that this person's team logs: those whose 95% interval lies above the share of all leads
 * alike. Those alike had the same last two channels; where one that may be suggested came next in fewer than 30 of them,
 * the same last one. Null when even those are too few. `figures` are those of the situation's stage and last channel.
 */
export function nextTouch(figures: NextTouchFigure[], situation: Situation, mayLog: Channel[]): NextTouch | null {
  const { stage, before, last } = situation
  const ofTwo = before && compared(figures, before, mayLog)
  if (before && ofTwo) return { ...ofTwo, alike: { stage, channels: [before, last], ...ofTwo.alike } }
  const ofOne = compared(figures, 'any', mayLog)
  return ofOne && { ...ofOne, alike: { stage, channels: [last], ...ofOne.alike } }
}

function compared(figures: NextTouchFigure[], before: Channel | 'any', mayLog: Channel[]) {
  const rows = figures.filter((figure) => figure.before === before && figure.won + figure.lost >= fewestLeads)
  const all = rows.find(({ next }) => next === 'any')
  const known = rows.flatMap(({ next, ...figure }) =>
    next !== 'any' && mayLog.includes(next) ? [{ channel: next, ...shareOf(figure) }] : [],
  )
  if (!all || known.length === 0) return null
  const alike = shareOf(all)
  const suggestions = known
    .map((each) => ({ ...each, ...wilsonInterval(each.won, each.leads) }))
    .filter(({ low }) => low > alike.share)
    .sort((one, other) => other.low - one.low || other.leads - one.leads)
    .slice(0, mostSuggestions)
  return { suggestions, alike }
}

function shareOf({ won, lost }: Pick<NextTouchFigure, 'won' | 'lost'>): WonShare {
  const leads = won + lost
  return { won, leads, share: won / leads }
}
