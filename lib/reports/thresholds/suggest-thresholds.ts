import { halfWayUp } from '@/lib/reports/thresholds/half-way-up'
import { pooledTouches, type WonAtTouch } from '@/lib/reports/thresholds/pooled-touches'
import { fewestWins } from '@/lib/reports/thresholds/touches-to-win'
import { hotBounds, warmBounds } from '@/lib/scoring/policy'
import { chanceOfNoTrend } from '@/lib/statistics/trend-test'
import { likelyPeak } from '@/lib/statistics/unimodal'

/** A touch, and the first and last that it may as well be, with 95% certainty. */
export type TouchWithin = { touch: number; low: number; high: number }

/** The threshold nearest to what was found and allowed. `low` and `high` are of what was found, `isOutside` if not allowed. */
export type SuggestedThreshold = { value: number; low: number; high: number; isOutside: boolean }

export type ThresholdEvidence = {
  wins: number
  /** Whether the wins tell anything: where the chance is highest, or that it is the same everywhere. */
  enough: boolean
  /** How often chance alone would make it rise and fall so much over the touches, 0 to 1; null where they can't be compared. */
  p: number | null
  /** Whether chance alone would do, over many wins: then there is nothing to see, and nothing is suggested. */
  isFlat: boolean
  /** After which touch the chance of winning is highest. */
  peak: TouchWithin | null
  /** At which touch it has risen half way from the first to the peak. */
  halfWay: TouchWithin | null
  hotAt: SuggestedThreshold | null
  warmAt: SuggestedThreshold | null
}

/** So rarely may chance alone make the chance of winning rise and fall. */
export const levelOfSuggestions = 0.03

/** With fewer, touches that look alike may yet differ: then nothing is said rather than that there is nothing to see. */
export const fewestWinsForFlat = 200

/**
 * Where the thresholds would be by the company's own history, from the hazard of winning: of the leads that reached touch
 * k (1 and up), those won at k, before k + 1. Hot is suggested where that chance is highest, warm where it has risen half
 * way from the first touch to there.
 *
 * First whether there is anything to see: whether the chance rises and falls over the touches, tested at 3%; null below 20
 * wins. Then the curve that rises to one peak and falls, the likeliest of its kind, and how far its peak may be elsewhere
 * (`likelyPeak`). Late touches that few leads reach are taken together. docs/thresholds.md tells how often it finds a known
 * truth.
 */
export function suggestThresholds(touches: WonAtTouch[]): ThresholdEvidence {
  const wins = touches.reduce((sum, { won }) => sum + won, 0)
  const pooled = pooledTouches(touches)
  const p = wins < fewestWins ? null : chanceOfNoTrend(pooled)
  if (p === null || p > levelOfSuggestions) {
    const isFlat = p !== null && wins >= fewestWinsForFlat
    return { wins, enough: isFlat, p, isFlat, peak: null, halfWay: null, hotAt: null, warmAt: null }
  }

  const found = likelyPeak(pooled)
  const inTouches = ({ at, low, high }: { at: number; low: number; high: number }): TouchWithin => ({
    touch: pooled[at]?.first ?? 0,
    low: pooled[low]?.first ?? 0,
    high: pooled[high]?.last ?? 0,
  })
  const peak = inTouches({ ...found, at: found.peak })
  const halfWay = inTouches(halfWayUp(pooled, found))
  const hotAt = within(peak, hotBounds.min, hotBounds.max)
  const warmAt = within(halfWay, warmBounds.min, Math.min(warmBounds.max, hotAt.value - 1))
  return { wins, enough: true, p, isFlat: false, peak, halfWay, hotAt, warmAt }
}

function within({ touch, low, high }: TouchWithin, min: number, max: number): SuggestedThreshold {
  const value = Math.min(max, Math.max(min, touch))
  return { value, low, high, isOutside: value !== touch }
}
