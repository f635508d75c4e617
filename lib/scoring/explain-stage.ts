import { dayMs, type ScoringPolicy } from '@/lib/scoring/policy'

/**
 * Where a lead stands, in a colleague's words: how many more touches to the next stage, how many there were in all, when
 * the last one was. "1 more to hot", "7 touches in all", "last touch 9 days ago".
 */
export type StageFacts = {
  touchCount: number
  /** Counted touches without regard to recycling and window. */
  lifetimeTouchCount: number
  lastTouchAt: Date | null
  recycledAt: Date | null
}

type Rules = Pick<ScoringPolicy, 'warmAt' | 'hotAt' | 'closeBy'>

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

function ahead({ touchCount }: StageFacts, { warmAt, hotAt, closeBy }: Rules): string {
  if (touchCount > closeBy) return `over-touched: leads should close by ${closeBy}`
  if (touchCount >= hotAt) return touchCount === closeBy ? 'hot, and it should close now' : 'hot, ready to close'
  return touchCount >= warmAt ? `${hotAt - touchCount} more to hot` : `${warmAt - touchCount} more to warm`
}

/** What stands beside the count of touches. Days are those of the company's zone. */
export function explainStage(facts: StageFacts, rules: Rules, now: Date, timeZone: string): string[] {
  const { touchCount, lifetimeTouchCount, lastTouchAt, recycledAt } = facts
  return [
    ahead(facts, rules),
    ...(recycledAt ? ['counted anew since it came back'] : []),
    ...(lifetimeTouchCount > touchCount ? [`${touches(lifetimeTouchCount)} in all`] : []),
    ...(lastTouchAt ? [`last touch ${daysAgo(lastTouchAt, now, timeZone)}`] : []),
  ]
}
