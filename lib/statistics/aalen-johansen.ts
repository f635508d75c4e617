import { varianceFromRates } from '@/lib/statistics/delta-method'
import { clamp, type Interval, z95 } from '@/lib/statistics/wilson'

/** Those still under way just before a moment, and those of them who came to one or the other end then. */
export type CompetingEnds = { atRisk: number; won: number; lost: number }

export type Incidence = Interval & { share: number }

/** The shares, 0 to 1, that had ended as won or as lost by a moment, and that had not ended: together 1. */
export type CumulativeIncidence = { won: Incidence; lost: Incidence; open: number }

type Moment = { atRisk: number; wonRate: number; lostRate: number; openBefore: number; after: Shares }
type Shares = { won: number; lost: number; open: number }

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
  const moments: Moment[] = []
  let after: Shares = { won: 0, lost: 0, open: 1 }
  for (const { atRisk, won, lost } of ends) {
    if (won < 0 || lost < 0 || won + lost > atRisk)
      throw new RangeError(`${won} + ${lost} ends among ${atRisk} at risk`)
    const [wonRate, lostRate] = atRisk === 0 ? [0, 0] : [won / atRisk, lost / atRisk]
    const openBefore = after.open
    after = {
      won: after.won + openBefore * wonRate,
      lost: after.lost + openBefore * lostRate,
      open: atRisk > 0 && won + lost === atRisk ? 0 : openBefore * (1 - wonRate - lostRate),
    }
    moments.push({ atRisk, wonRate, lostRate, openBefore, after })
  }
  return moments.map((moment, index) => {
    const until = moments.slice(0, index + 1)
    return { won: incidenceOf('won', until), lost: incidenceOf('lost', until), open: moment.after.open }
  })
}

/** The share of one end after the last of these moments. */
function incidenceOf(end: 'won' | 'lost', moments: Moment[]): Incidence {
  const share = moments.at(-1)?.after[end] ?? 0
  const variance = moments.reduce((sum, moment) => sum + varianceFrom(moment, end, share), 0)
  const spread = z95 * Math.sqrt(variance)
  return { share, low: clamp(share - spread), high: clamp(share + spread) }
}

/** What the chance of one moment adds to the variance of the share: of whoever does not end then, `later` do so by then. */
function varianceFrom({ atRisk, wonRate, lostRate, openBefore, after }: Moment, end: 'won' | 'lost', share: number) {
  const later = after.open > 0 ? (share - after[end]) / after.open : 0
  const [rate, otherRate] = end === 'won' ? [wonRate, lostRate] : [lostRate, wonRate]
  return varianceFromRates(atRisk, [
    { rate, moves: openBefore * (1 - later) },
    { rate: otherRate, moves: -openBefore * later },
  ])
}
