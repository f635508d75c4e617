import { fewestAtRisk, fewestWins } from '@/lib/reports/thresholds/touches-to-win'
import { varianceFromRates } from '@/lib/statistics/delta-method'
import { z95 } from '@/lib/statistics/wilson'

/**
 * What became of leads in one whole week of their life, `week` 0 being the first seven days after the creation. `atRisk` are
 * those that were open when it began and whose week was over at the moment of the report; `won` and `lost` those of them
 * who ended in it. Leads within that week now are left out, ended ones too: else it would seem that more end than do.
 */
export type WeekOfLife = { week: number; atRisk: number; won: number; lost: number }

/** Open leads by their age in weeks, rounded to the nearest, so that on average none is taken for older than it is. */
export type OpenAtAge = { ageWeeks: number; open: number }

export type Forecast = {
  /** Wins to expect from the leads open now, with the whole numbers that hold the true one in 95 of 100 cases. */
  expected: number
  low: number
  high: number
  /** Open leads that this counts on. */
  leads: number
  /** Of them those for whom some of the weeks lie beyond what is known; these weeks count as without a win. */
  partlyKnown: number
  /** Open leads too old to know anything about; none of their wins is in `expected`. */
  tooOld: number
}

/** A quarter of a year. */
export const forecastWeeks = 13

/** The rates of a week of life, and how much the wins to expect move with each: the sums of all leads that live through it. */
type Pace = {
  atRisk: number
  wins: number
  wonRate: number
  lostRate: number
  movesWithWon: number
  movesWithLost: number
}

/**
 * How many of the leads open now will be won within the next weeks, if leads go on to be won and lost at the pace of the
 * history, week of life by week of life: for a lead of age a, the share of those open at a who were won within so many
 * weeks after, lost being the competing end (M. S. Pepe and M. Mori, Statistics in Medicine 12 (1993), 737-751). Null below
 * 20 wins in the weeks of life that the open leads have before them.
 *
 * The interval holds the luck of the leads (each is won or not) and what is not known of the pace (by the delta method over
 * the rates of each week, as in `aalenJohansen`); it is symmetric in the square root, as suits counts (M. S. Bartlett,
 * Journal of the Royal Statistical Society, Supplement 3 (1936), 68-78), and rounded outwards. It cannot know of a change
 * of pace. Throws RangeError when more ended in a week than were at risk.
 */
export function forecastWins(history: WeekOfLife[], open: OpenAtAge[], weeks = forecastWeeks): Forecast | null {
  const pace = paceOf(history)
  const known = open.filter(({ ageWeeks, open: leads }) => ageWeeks < pace.length && leads > 0)
  const ahead = pace.filter((_, week) => known.some(({ ageWeeks }) => ageWeeks <= week && week < ageWeeks + weeks))
  if (ahead.reduce((sum, { wins }) => sum + wins, 0) < fewestWins) return null

  let expected = 0
  let luck = 0
  for (const { ageWeeks, open: leads } of known) {
    const lives = pace.slice(ageWeeks, ageWeeks + weeks)
    const chances = chancesFrom(lives)
    const chance = chances[0] ?? 0
    expected += leads * chance
    luck += leads * chance * (1 - chance)
    let stillOpen = leads
    lives.forEach((week, index) => {
      const later = chances[index + 1] ?? 0
      week.movesWithWon += stillOpen * (1 - later)
      week.movesWithLost -= stillOpen * later
      stillOpen *= openRate(week)
    })
  }
  const unsure = pace.reduce((sum, { atRisk, wonRate, lostRate, movesWithWon, movesWithLost }) => {
    const rates = [
      { rate: wonRate, moves: movesWithWon },
      { rate: lostRate, moves: movesWithLost },
    ]
    return sum + varianceFromRates(atRisk, rates)
  }, 0)
  const count = (leads: OpenAtAge[]) => leads.reduce((sum, { open: each }) => sum + each, 0)
  return {
    expected,
    ...intervalOf(expected, luck + unsure),
    leads: count(known),
    partlyKnown: count(known.filter(({ ageWeeks }) => ageWeeks + weeks > pace.length)),
    tooOld: count(open) - count(known),
  }
}

/** The rates of each week from the first one on, up to where too few leads have been seen. */
function paceOf(history: WeekOfLife[]): Pace[] {
  const byWeek = new Map(history.map((week) => [week.week, week]))
  const pace: Pace[] = []
  for (let week = byWeek.get(0); week && week.atRisk >= fewestAtRisk; week = byWeek.get(pace.length)) {
    const { atRisk, won, lost } = week
    if (won < 0 || lost < 0 || won + lost > atRisk)
      throw new RangeError(`${won} + ${lost} ends among ${atRisk} at risk`)
    pace.push({ atRisk, wins: won, wonRate: won / atRisk, lostRate: lost / atRisk, movesWithWon: 0, movesWithLost: 0 })
  }
  return pace
}

const openRate = ({ wonRate, lostRate }: Pace) => 1 - wonRate - lostRate

/** The chance to be won from the beginning of each of these weeks up to the end of the last. */
function chancesFrom(lives: Pace[]): number[] {
  const chances: number[] = []
  for (const week of lives.toReversed()) chances.push(week.wonRate + openRate(week) * (chances.at(-1) ?? 0))
  return chances.reverse()
}

/** Both ends, in whole wins: nobody wins a half. */
function intervalOf(expected: number, variance: number) {
  const root = Math.sqrt(expected)
  const spread = (z95 * Math.sqrt(variance)) / (2 * root)
  return { low: Math.floor(Math.max(0, root - spread) ** 2), high: Math.ceil((root + spread) ** 2) }
}
