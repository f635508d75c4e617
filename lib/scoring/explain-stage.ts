import { dayMs, type ScoringPolicy } from '@/lib/scoring/policy'

/**
 * Where a lead stands, in a colleague's words: how many touches count, how many more to the next stage, when the last
 * one was. "4 touches, 1 more to hot; the last one 9 days ago".
 */
export type StageFacts = {
  touchCount: number
  /** Counted touches without regard to recycling and window. */
  lifetimeTouchCount: number
  lastTouchAt: Date | null
  recycledAt: Date | null
}

type Rules = Pick<ScoringPolicy, 'warmAt' | 'hotAt' | 'closeBy' | 'windowDays'>

const touches = (count: number) => `${count} ${count === 1 ? 'touch' : 'touches'}`

/** Calendar days between two moments in a zone; never negative. */
export function daysBetween(earlier: Date, later: Date, timeZone: string): number {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  const midnight = (at: Date) => Date.parse(`${day.format(at)}T00:00:00Z`)
  return Math.max(0, Math.round((midnight(later) - midnight(earlier)) / dayMs))
}

/** "today", "yesterday", "9 days ago", by the calendar of the zone. */
export function daysAgo(at: Date, now: Date, timeZone: string): string {
  const days = daysBetween(at, now, timeZone)
  if (days === 0) return 'today'
  return days === 1 ? 'yesterday' : `${days} days ago`
}

function counted({ touchCount, lifetimeTouchCount, recycledAt }: StageFacts, { windowDays }: Rules): string {
  const isPart = lifetimeTouchCount > touchCount
  const since = recycledAt
    ? ' since it came back'
    : windowDays !== null && isPart
      ? ` in the last ${windowDays} days`
      : ''
  const inAll = isPart ? ` (${lifetimeTouchCount} in all)` : ''
  return `${touchCount === 0 ? 'No touch' : touches(touchCount)}${since || (touchCount === 0 ? ' yet' : '')}${inAll}`
}

function ahead({ touchCount }: StageFacts, { warmAt, hotAt, closeBy }: Rules): string {
  if (touchCount > closeBy) return `over-touched: leads should close by ${closeBy}`
  if (touchCount >= hotAt) return touchCount === closeBy ? 'hot, and it should close now' : 'hot, ready to close'
  return touchCount >= warmAt ? `${hotAt - touchCount} more to hot` : `${warmAt - touchCount} more to warm`
}

/** The sentence, without a full stop. Days are those of the company's zone. */
export function explainStage(facts: StageFacts, rules: Rules, now: Date, timeZone: string): string {
  const { lastTouchAt } = facts
  const last = lastTouchAt ? `; the last one ${daysAgo(lastTouchAt, now, timeZone)}` : ''
  return `${counted(facts, rules)}, ${ahead(facts, rules)}${last}`
}

/** The same beside the number itself: "1 more to hot", "last touch 9 days ago", "7 touches in all". */
export function explainBriefly(facts: StageFacts, rules: Rules, now: Date, timeZone: string): string[] {
  const { touchCount, lifetimeTouchCount, lastTouchAt, recycledAt } = facts
  return [
    ahead(facts, rules),
    ...(recycledAt ? ['counted anew since it came back'] : []),
    ...(lifetimeTouchCount > touchCount ? [`${touches(lifetimeTouchCount)} in all`] : []),
    ...(lastTouchAt ? [`last touch ${daysAgo(lastTouchAt, now, timeZone)}`] : []),
  ]
}
