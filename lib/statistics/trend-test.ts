import { chiSquareTail } from '@/lib/statistics/chi-square'
import type { AtRisk } from '@/lib/statistics/kaplan-meier'

/**
 * How often chance alone would make the rates of these moments, in their order, rise and fall as much as they do or more,
 * if they were all the same: the score test of a logistic regression on the place in the order and its square, 2 degrees
 * of freedom; C. R. Rao, Proceedings of the Cambridge Philosophical Society 44 (1948), 50-57. Of two moments there is only
 * the place, 1 degree: the test of P. Armitage, Biometrics 11 (1955), 375-386. Null where there is nothing to compare: fewer
 * than two moments, or the event for none or all.
 */
export function chanceOfNoTrend(moments: AtRisk[]): number | null {
  const all = moments.reduce((sum, { atRisk }) => sum + atRisk, 0)
  const rate = moments.reduce((sum, { events }) => sum + events, 0) / all
  if (moments.length < 2 || !(rate > 0 && rate < 1)) return null
  const sumOf = (term: (moment: AtRisk, place: number) => number) =>
    moments.reduce((sum, moment, index) => sum + term(moment, index), 0)
  const mean = sumOf(({ atRisk }, place) => atRisk * place) / all
  // The square less what the place says of it already, so that the two are told apart.
  const spread = sumOf(({ atRisk }, place) => atRisk * (place - mean) ** 2)
  const meanSquare = sumOf(({ atRisk }, place) => atRisk * place ** 2) / all
  const slope = sumOf(({ atRisk }, place) => atRisk * (place - mean) * (place ** 2 - meanSquare)) / spread
  const bend = (place: number) => place ** 2 - meanSquare - slope * (place - mean)
  const square = (weight: (place: number) => number) => {
    const score = sumOf(({ atRisk, events }, place) => (events - atRisk * rate) * weight(place))
    return score ** 2 / (rate * (1 - rate) * sumOf(({ atRisk }, place) => atRisk * weight(place) ** 2))
  }
  const rise = square((place) => place - mean)
  return moments.length === 2 ? chiSquareTail(rise, 1) : chiSquareTail(rise + square(bend), 2)
}
