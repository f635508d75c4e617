import { clamp, type Interval, z95 } from '@/lib/statistics/wilson'

/** Those still under way just before a moment, and those of them who came to one or the other end then. */
export type CompetingEnds = { atRisk: number; won: number; lost: number }

export type Incidence = Interval & { share: number }

/** The shares, 0 to 1, that had ended as won or as lost by a moment, and that had not ended: together 1. */
export type CumulativeIncidence = { won: Incidence; lost: Incidence; open: number }

/**
 * The share won and the share lost after each moment, with 95% intervals, where either end rules out the other, from the
 * numbers at risk in the order of the moments. Whoever leaves without an end (censored) is at risk up to and including
 * that moment. One curve for each end by Kaplan-Meier would take the other end for a mere interruption and say too much.
 *
 * The estimator: O. O. Aalen and S. Johansen, Scandinavian Journal of Statistics 5 (1978), 141-150. Its variance by the
 * delta method over the rates of each moment: E. Marubini and M. G. Valsecchi, "Analysing survival data from clinical
 * trials and observational studies" (1995), chapter 10; it is the one of survfit in R. The interval is
 * share ± 1.96 · √variance, cut off at 0 and 1; before the first end of a kind it is nothing wide, since none was seen.
 *
 * Throws RangeError when more end than are at risk.
 */
export function aalenJohansen(ends: CompetingEnds[]): CumulativeIncidence[] {
  const [won, lost] = [new Curve(), new Curve()]
  let open = 1
  return ends.map(({ atRisk, won: wins, lost: losses }) => {
    if (wins < 0 || losses < 0 || wins + losses > atRisk)
      throw new RangeError(`${wins} + ${losses} ends among ${atRisk} at risk`)
    if (wins + losses > 0) {
      won.step(wins, losses, atRisk, open)
      lost.step(losses, wins, atRisk, open)
      open = wins + losses === atRisk ? 0 : open * (1 - (wins + losses) / atRisk)
    }
    return { won: won.now(), lost: lost.now(), open }
  })
}

/**
 * The share of one end, and how sure it is. With n at risk at a moment, p and q the rates of this end and of both, S who was
 * open before it, and d by how much the share has grown since, the moment adds to the variance
 *
 *     S² p (1 - p) / n  -  2 S p d / n  +  q d² / ((1 - q) n)
 *
 * which is the delta method of the book, multiplied out. Sums over all moments are carried on as d grows, so that a step
 * costs the same however many came before it.
 */
class Curve {
  #share = 0
  #own = 0
  /** Of S p / n: itself, and times d. */
  #pull = 0
  #pulled = 0
  /** Of q / ((1 - q) n): itself, times d, and times d². */
  #weight = 0
  #weighed = 0
  #square = 0

  step(ends: number, others: number, atRisk: number, open: number): void {
    const rate = ends / atRisk
    const grown = open * rate
    this.#share += grown
    this.#pulled += grown * this.#pull
    this.#square += 2 * grown * this.#weighed + grown * grown * this.#weight
    this.#weighed += grown * this.#weight
    this.#own += (open * open * rate * (1 - rate)) / atRisk
    this.#pull += grown / atRisk
    const left = atRisk - ends - others
    if (left > 0) this.#weight += (ends + others) / left / atRisk
  }

  now(): Incidence {
    const spread = z95 * Math.sqrt(Math.max(0, this.#own - 2 * this.#pulled + this.#square))
    return { share: this.#share, low: clamp(this.#share - spread), high: clamp(this.#share + spread) }
  }
}
