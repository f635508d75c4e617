/** The share of those at risk who come to one of several ends, and by how much a result moves with it (the derivative). */
type Rate = { rate: number; moves: number }

/**
 * What not knowing these rates exactly adds to the variance of a result, they being seen in `atRisk` cases that come to one
 * of these ends or to none: the multinomial variance, carried over by the delta method. Y. M. M. Bishop, S. E. Fienberg and
 * P. W. Holland, "Discrete Multivariate Analysis" (1975), section 14.6. Nothing where nobody was at risk.
 */
export function varianceFromRates(atRisk: number, rates: Rate[]): number {
  if (atRisk === 0) return 0
  let [mean, square] = [0, 0]
  for (const { rate, moves } of rates) {
    mean += rate * moves
    square += rate * moves * moves
  }
  return Math.max(0, square - mean * mean) / atRisk
}
