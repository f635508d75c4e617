import type { Chance } from './demo/chance'
import { bell, shareWon, type Truth } from './simulated-leads'

/** Companies whose truth is known, of several shapes, with many and with few losses. */
export const truths: Truth[] = [
  { name: 'peak at 6', peak: 6, chanceAt: bell(0.02, 0.1, 6, 3), lost: 0.1, leftOpen: 0.15 },
  { name: 'at 6, narrower', peak: 6, chanceAt: bell(0.01, 0.12, 6, 2), lost: 0.1, leftOpen: 0.15 },
  { name: 'at 6, sharp', peak: 6, chanceAt: bell(0.01, 0.12, 6, 1.2), lost: 0.1, leftOpen: 0.1 },
  { name: 'at 6, few losses', peak: 6, chanceAt: bell(0.01, 0.08, 6, 2), lost: 0.03, leftOpen: 0.05 },
  { name: 'at 6, many losses', peak: 6, chanceAt: bell(0.02, 0.2, 6, 2), lost: 0.2, leftOpen: 0.1 },
  { name: 'at 6, slow rise', peak: 6, chanceAt: bell(0.01, 0.12, 6, 3, 1.2), lost: 0.1, leftOpen: 0.15 },
  { name: 'at 6, slow fall', peak: 6, chanceAt: bell(0.01, 0.12, 6, 1.2, 4), lost: 0.1, leftOpen: 0.1 },
  { name: 'peak at 3', peak: 3, chanceAt: bell(0.02, 0.12, 3, 2), lost: 0.15, leftOpen: 0.2 },
  { name: 'at 3, sharp', peak: 3, chanceAt: bell(0.02, 0.12, 3, 1), lost: 0.15, leftOpen: 0.2 },
  { name: 'at 3, slow fall', peak: 3, chanceAt: bell(0.02, 0.12, 3, 1, 4), lost: 0.15, leftOpen: 0.2 },
  { name: 'at 3, few losses', peak: 3, chanceAt: bell(0.01, 0.08, 3, 1.5), lost: 0.03, leftOpen: 0.1 },
  { name: 'at 9', peak: 9, chanceAt: bell(0.01, 0.1, 9, 2.5), lost: 0.05, leftOpen: 0.06 },
  { name: 'falling from 1', peak: 1, chanceAt: bell(0.02, 0.12, 1, 3), lost: 0.1, leftOpen: 0.1 },
]

const flat = (share: number, lost: number, leftOpen: number): Truth => ({
  name: `flat, ${share * 100}% at each touch`,
  peak: null,
  chanceAt: () => share,
  lost,
  leftOpen,
})

export const flatTruths = [flat(0.02, 0.1, 0.1), flat(0.05, 0.15, 0.15), flat(0.1, 0.05, 0.1)]

/** A company of any shape, and so many leads that it wins between `fewest` and `most` on average. */
export function anyCompany(chance: Chance, fewest: number, most: number): { truth: Truth; leads: number } {
  const between = (from: number, to: number) => from + chance.number() * (to - from)
  const peak = chance.whole(2, 10)
  const least = between(0.005, 0.03)
  const truth: Truth = {
    name: 'any',
    peak,
    chanceAt: bell(least, least * between(3, 10), peak, between(0.8, 4), between(0.8, 4)),
    lost: between(0.02, 0.15),
    leftOpen: between(0.03, 0.15),
  }
  const wins = fewest * (most / fewest) ** chance.number()
  return { truth, leads: Math.round(wins / shareWon(truth)) }
}
