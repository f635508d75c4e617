import { aalenJohansen, type CumulativeIncidence } from '@/lib/statistics/aalen-johansen'
import { kaplanMeier, type Survival } from '@/lib/statistics/kaplan-meier'
import { type Interval, wilsonInterval } from '@/lib/statistics/wilson'

/** Leads with the same number of touches up to their close (of open leads up to now) and the same outcome. */
export type LeadsByTouches = { touches: number; isWon: boolean; isLost: boolean; leads: number }

export type TouchesBar = { touches: number; won: number; lost: number; open: number }
export type Hazard = Interval & { touch: number; atRisk: number; won: number; hazard: number }

export type TouchesToWin = {
  wins: number
  /** From 0 touches to the most that a lead of the cohort has. */
  histogram: TouchesBar[]
  /** Empty below the fewest wins, like the curves. */
  hazard: Hazard[]
  survival: (Survival & { touch: number })[]
  /** Of all leads, those won, those lost and those neither after each touch. */
  incidence: (CumulativeIncidence & { touch: number })[]
  medianTouches: number | null
  /** Whether there are wins enough to speak of chances. */
  enough: boolean
}

/** Below so many wins the shares would be chance, so nothing is said. */
export const fewestWins = 20

/** Of fewer leads that got so far, a touch or a week of life says too little. */
export const fewestAtRisk = 20

/**
 * How many touches it takes to win. Because winners collect touches and open leads are unfinished, what advises is the
 * hazard: of the leads that reached touch k the share that was won at k, lost and open leads counting as long as they
 * were touched; the Kaplan-Meier curve over touches: the share not won yet after k, as if no lead were ever lost; and the
 * shares really won and lost by k, where a loss ends a lead (Aalen-Johansen). All with 95% intervals, and silent below 20
 * wins.
 */
export function touchesToWin(cohort: LeadsByTouches[]): TouchesToWin {
  const longest = Math.max(-1, ...cohort.filter(({ leads }) => leads > 0).map(({ touches }) => touches))
  const histogram: TouchesBar[] = Array.from({ length: longest + 1 }, (_, touches) => ({
    touches,
    won: 0,
    lost: 0,
    open: 0,
  }))
  for (const { touches, isWon, isLost, leads } of cohort) {
    const bar = histogram[touches]
    if (bar) bar[isWon ? 'won' : isLost ? 'lost' : 'open'] += leads
  }
  const wins = histogram.reduce((sum, { won }) => sum + won, 0)
  const enough = wins >= fewestWins
  return {
    wins,
    histogram,
    ...(enough ? chances(histogram) : { hazard: [], survival: [], incidence: [] }),
    medianTouches: medianOf(histogram, wins),
    enough,
  }
}

function chances(histogram: TouchesBar[]) {
  let under = histogram.reduce((sum, bar) => sum + bar.won + bar.lost + bar.open, 0)
  const atRisk = histogram.map((bar) => {
    const before = under
    under -= bar.won + bar.lost + bar.open
    return before
  })
  const hazard = histogram.map(({ touches, won }, index) => {
    const total = atRisk[index] ?? 0
    return { touch: touches, atRisk: total, won, hazard: won / total, ...wilsonInterval(won, total) }
  })
  const curve = kaplanMeier(hazard.map(({ atRisk: total, won }) => ({ atRisk: total, events: won })))
  const ends = aalenJohansen(histogram.map(({ won, lost }, index) => ({ atRisk: atRisk[index] ?? 0, won, lost })))
  return {
    hazard,
    survival: curve.map((point, touch) => ({ touch, ...point })),
    incidence: ends.map((point, touch) => ({ touch, ...point })),
  }
}

/** The middle of the wins by touches, of an even number of wins the mean of the middle two; null without wins. */
function medianOf(histogram: TouchesBar[], wins: number): number | null {
  if (wins === 0) return null
  const nth = (n: number) => {
    let seen = 0
    return histogram.find(({ won }) => (seen += won) >= n)?.touches ?? 0
  }
  return (nth(Math.ceil(wins / 2)) + nth(Math.floor(wins / 2) + 1)) / 2
}
