import type { AtRisk } from '@/lib/statistics/kaplan-meier'
import type { LikelyPeak } from '@/lib/statistics/unimodal'
import { z95 } from '@/lib/statistics/wilson'

/**
 * At which moment the rates have risen half way from the first to the peak: by the likeliest curve the first moment that is
 * as high. It may be as early as the first moment that is not clearly below half way, and is no later than the first that
 * is clearly above, or the last where the peak may be. Clearly: by more than 1.96 standard errors of the difference between
 * its rate and the mean of the first one and that of the peak, all three being estimated. All are indexes of the moments.
 */
export function halfWayUp(moments: AtRisk[], { peak, high: latest, rates }: LikelyPeak) {
  const top = rates[peak] ?? 0
  const atTop = moments.filter((_, index) => rates[index] === top).reduce((sum, { atRisk }) => sum + atRisk, 0)
  const first = moments[0] ?? { atRisk: 0, events: 0 }
  const half = (rateOf(first) + top) / 2
  const fromEnds = (varianceOf(first) + (top * (1 - top)) / atTop) / 4
  const distances = moments.slice(0, latest + 1).map((moment, index) => {
    const spread = z95 * Math.sqrt(index === 0 ? fromEnds : varianceOf(moment) + fromEnds)
    return { least: rateOf(moment) - half - spread, most: rateOf(moment) - half + spread }
  })
  const at = rates.findIndex((rate) => rate >= ((rates[0] ?? 0) + top) / 2)
  const low = distances.findIndex(({ most }) => most >= 0)
  const high = distances.findIndex(({ least }) => least >= 0)
  return { at, low: low === -1 ? at : Math.min(low, at), high: Math.max(high === -1 ? latest : high, at) }
}

const rateOf = ({ atRisk, events }: AtRisk) => events / atRisk

/** With half a case more on either side, so that a moment without any event does not pass for certain. */
function varianceOf({ atRisk, events }: AtRisk): number {
  const rate = (events + 0.5) / (atRisk + 1)
  return (rate * (1 - rate)) / atRisk
}
