import type { AtRisk } from '@/lib/statistics/kaplan-meier'
import { z95 } from '@/lib/statistics/wilson'

type Block = AtRisk & { moments: number }

/**
 * The rates, moment by moment, that rise up to the moment of the peak and fall from it and are the likeliest to have brought
 * what was seen. Where what was seen goes the other way, neighbours are taken together until it no longer does, so a rate
 * seen in a few cases alone is no peak. `atRisk` is above 0 everywhere, `peak` an index of the moments.
 *
 * Pool adjacent violators on both sides (M. Ayer and others, Annals of Mathematical Statistics 26 (1955), 641-647), then the
 * peak with whichever neighbour is higher than it (W. A. Thompson, the same 33 (1962), 273-289): the maximum of the binomial
 * likelihood under that order, R. E. Barlow and others, "Statistical Inference under Order Restrictions" (1972), chapter 2.
 */
export function unimodalRates(moments: AtRisk[], peak: number): number[] {
  const left = risingBlocks(moments.slice(0, peak))
  const right = risingBlocks(moments.slice(peak + 1).reverse())
  let top: Block = { ...(moments[peak] ?? { atRisk: 0, events: 0 }), moments: 1 }
  for (;;) {
    const [before, after] = [left.at(-1), right.at(-1)]
    const side = rateOf(before) >= rateOf(after) ? left : right
    const higher = side.at(-1)
    if (!higher || rateOf(higher) <= rateOf(top)) break
    side.pop()
    top = together(higher, top)
  }
  return [...left, top, ...right.reverse()].flatMap((block) => Array<number>(block.moments).fill(rateOf(block)))
}

export type LikelyPeak = {
  /** The index of the moment where the rates have likeliest their peak, and of the first and last where they may have it. */
  peak: number
  low: number
  high: number
  /** The rates with that peak. */
  rates: number[]
}

/** The 95% quantile of the chi-square distribution with one degree of freedom. */
const likelihoodBound = z95 * z95

/**
 * Where rates that rise and then fall have their peak. The likelihood of each moment as the peak, the rates being the best
 * for it (profile likelihood); the interval of about 95% holds all those for which twice the logarithm of the likelihood
 * lies within 3.84 of the best: S. S. Wilks, Annals of Mathematical Statistics 9 (1938), 60-62. A moment is a whole number
 * and rates in an order are no free ones, so that bound is not proven here but tried: see docs/thresholds.md. Of moments
 * that are equally likely the first. Throws RangeError without moments.
 */
export function likelyPeak(moments: AtRisk[]): LikelyPeak {
  const fits = moments.map((_, peak) => unimodalRates(moments, peak))
  const likelihoods = fits.map((rates) => logLikelihood(moments, rates))
  const best = Math.max(...likelihoods)
  const isLikely = (each: number) => 2 * (best - each) <= likelihoodBound
  const peak = likelihoods.indexOf(best)
  const rates = fits[peak]
  if (!rates) throw new RangeError('no peak without moments')
  return { peak, low: likelihoods.findIndex(isLikely), high: likelihoods.findLastIndex(isLikely), rates }
}

function logLikelihood(moments: AtRisk[], rates: number[]): number {
  const term = (count: number, rate: number) => (count === 0 ? 0 : count * Math.log(rate))
  return moments.reduce((sum, { atRisk, events }, index) => {
    const rate = rates[index] ?? 0
    return sum + term(events, rate) + term(atRisk - events, 1 - rate)
  }, 0)
}

/** Neighbours taken together until the rates rise. */
function risingBlocks(moments: AtRisk[]): Block[] {
  const blocks: Block[] = []
  for (const moment of moments) {
    let block: Block = { ...moment, moments: 1 }
    for (let before = blocks.at(-1); before && rateOf(before) >= rateOf(block); before = blocks.at(-1)) {
      blocks.pop()
      block = together(before, block)
    }
    blocks.push(block)
  }
  return blocks
}

const together = (one: Block, other: Block): Block => ({
  atRisk: one.atRisk + other.atRisk,
  events: one.events + other.events,
  moments: one.moments + other.moments,
})

const rateOf = (block: Block | undefined) => (block ? block.events / block.atRisk : -1)
