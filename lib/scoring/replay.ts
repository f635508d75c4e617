import { tickOf } from '@/lib/touchpoints/channel'
import type { Channel, Stage } from '@/prisma/generated/enums'
import { dayMs, isOverTouched, type ScoringPolicy, stageOf } from '@/lib/scoring/policy'

/** A touch as counting needs it. */
type LedgerTouch = {
  id: string
  channel: Channel
  engaged: boolean
  occurredAt: Date
  loggedAt: Date
  voidedAt: Date | null
}

/** What a lead's ledger amounts to. The columns of `lead_state` that nobody may set by hand. */
export type Standing = {
  stage: Stage
  touchCount: number
  lifetimeTouchCount: number
  marketingTouchCount: number
  salesTouchCount: number
  isOverTouched: boolean
  ticks: string
  firstTouchAt: Date | null
  firstChannel: Channel | null
  firstSalesTouchAt: Date | null
  lastSalesTouchAt: Date | null
  lastTouchAt: Date | null
  lastEngagedAt: Date | null
  warmedAt: Date | null
  hotAt: Date | null
  firstWarmedAt: Date | null
  firstHotAt: Date | null
  closeTouchCount: number | null
  nextFallAt: Date | null
}

type ReplayInput = {
  touches: LedgerTouch[]
  /** The times of the lead's recyclings, in any order. */
  recycledAt: Date[]
  closedAt: Date | null
  policy: ScoringPolicy
  /** IANA name of the company's zone: the day of the daily cap. */
  timeZone: string
  now: Date
}

export const longestTicks = 60

const byTime = (a: LedgerTouch, b: LedgerTouch) =>
  a.occurredAt.getTime() - b.occurredAt.getTime() ||
  a.loggedAt.getTime() - b.loggedAt.getTime() ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/**
 * The touches that the policy counts over the whole life of the lead, in the order (occurredAt, loggedAt, id).
 * Recycling and window are not looked at: a daily cap is a fact of the day.
 */
export function countedTouches<Touch extends LedgerTouch>(
  touches: Touch[],
  policy: ScoringPolicy,
  timeZone: string,
): Touch[] {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  const taken = new Map<string, number>()
  return touches
    .filter((touch) => {
      const { counts } = policy.channels[touch.channel]
      return touch.voidedAt === null && (counts === 'always' || (counts === 'engaged' && touch.engaged))
    })
    .sort(byTime)
    .filter((touch) => {
      const { dailyCap } = policy.channels[touch.channel]
      if (dailyCap === null) return true
      const key = `${touch.channel} ${day.format(touch.occurredAt)}`
      const nth = (taken.get(key) ?? 0) + 1
      taken.set(key, nth)
      return nth <= dailyCap
    })
}

/** When the threshold was first reached within any stretch between two recyclings, the window sliding along. */
function firstReached(counted: LedgerTouch[], recyclings: number[], policy: ScoringPolicy, threshold: number) {
  const windowMs = policy.windowDays === null ? Infinity : policy.windowDays * dayMs
  const epoch = (time: number) => recyclings.filter((recycled) => recycled < time).length
  const times = counted.map((touch) => touch.occurredAt.getTime())
  const reached = times.find((time, index) => {
    const within = times.slice(0, index + 1).filter((at) => at > time - windowMs && epoch(at) === epoch(time))
    return within.length >= threshold
  })
  return reached === undefined ? null : new Date(reached)
}

/**
 * The standing of a lead, from its ledger alone. The rule of product.md section 3 in TypeScript; recount-leads applies
 * the same rule to many leads in SQL, and a property test holds one against the other.
 */
export function replay({ touches, recycledAt, closedAt, policy, timeZone, now }: ReplayInput): Standing {
  const counted = countedTouches(touches, policy, timeZone)
  const recyclings = recycledAt.map((at) => at.getTime())
  const since = Math.max(-Infinity, ...recyclings)
  const windowMs = policy.windowDays === null ? null : policy.windowDays * dayMs
  const windowStart = windowMs === null ? -Infinity : now.getTime() - windowMs
  const current = counted.filter(({ occurredAt }) => occurredAt.getTime() > since && occurredAt.getTime() > windowStart)
  const unvoided = touches.filter((touch) => touch.voidedAt === null).sort(byTime)
  const marketing = counted.filter((touch) => tickOf(touch.channel) === 'M').length
  const oldest = current[0]?.occurredAt
  return {
    stage: stageOf(current.length, policy),
    touchCount: current.length,
    lifetimeTouchCount: counted.length,
    marketingTouchCount: marketing,
    salesTouchCount: counted.length - marketing,
    isOverTouched: isOverTouched(current.length, policy),
    ticks: current
      .slice(0, longestTicks)
      .map((touch) => tickOf(touch.channel))
      .join(''),
    firstTouchAt: unvoided[0]?.occurredAt ?? null,
    firstChannel: unvoided[0]?.channel ?? null,
    firstSalesTouchAt: unvoided.find(({ channel }) => tickOf(channel) === 'S')?.occurredAt ?? null,
    lastSalesTouchAt: unvoided.findLast(({ channel }) => tickOf(channel) === 'S')?.occurredAt ?? null,
    lastTouchAt: unvoided.at(-1)?.occurredAt ?? null,
    lastEngagedAt: unvoided.findLast(({ engaged }) => engaged)?.occurredAt ?? null,
    warmedAt: current[policy.warmAt - 1]?.occurredAt ?? null,
    hotAt: current[policy.hotAt - 1]?.occurredAt ?? null,
    firstWarmedAt: firstReached(counted, recyclings, policy, policy.warmAt),
    firstHotAt: firstReached(counted, recyclings, policy, policy.hotAt),
    closeTouchCount: closedAt && counted.filter(({ occurredAt }) => occurredAt <= closedAt).length,
    nextFallAt: windowMs !== null && oldest ? new Date(oldest.getTime() + windowMs) : null,
  }
}
