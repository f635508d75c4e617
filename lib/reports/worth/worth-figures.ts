import { type Approach, type ApproachGroup, approachesOf } from '@/lib/reports/worth/approach'
import { fewestWins } from '@/lib/reports/thresholds/touches-to-win'
import { type DurationQuantile, type Durations, durationQuartiles } from '@/lib/statistics/duration-quantiles'
import { type Ratio, ratioInterval } from '@/lib/statistics/ratio-interval'
import { type Interval, wilsonInterval } from '@/lib/statistics/wilson'

/** Leads that were approached alike, added up. Values are those of wins in the company's currency. */
export type WorthSums = {
  approach: Approach
  leads: number
  wins: number
  /** Counted touches of Sales on all of these leads, the sum of their squares, and those on the won leads. */
  salesTouches: number
  salesTouchesSquared: number
  salesTouchesOfWins: number
  valued: number
  value: number
  valueSquared: number
  /** Wins with a value in another currency. */
  otherCurrency: number
}

/** How many were won so many whole days after their creation. */
export type WonAfter = { approach: Approach; days: number; wins: number }

/** What came of the leads of one group. A figure of too few is null. */
export type Worth = {
  group: ApproachGroup
  leads: number
  wins: number
  /** The share won so far, 0 to 1. */
  winRate: (Interval & { share: number }) | null
  /** All touches of Sales in the group for each of its wins. */
  salesTouchesPerWin: Ratio | null
  /** From creation to the win, at the median of the wins. */
  daysToWin: DurationQuantile | null
  /** The mean of the wins that have a value in the company's currency, and how many they are. */
  value: Ratio | null
  valued: number
  otherCurrency: number
}

/** A share of fewer leads would be chance, and so would what a win takes or brings of fewer wins. */
export const fewestLeads = 20

/** What came of the leads of a group: win rate (Wilson), touches a win and value (Fieller), days (Brookmeyer and Crowley). */
export function worthOf(group: ApproachGroup, all: WorthSums[], wonAfter: WonAfter[]): Worth {
  const among = approachesOf(group)
  const alike = all.filter(({ approach }) => among.includes(approach))
  const sum = (of: (sums: WorthSums) => number) => alike.reduce((total, sums) => total + of(sums), 0)
  const [leads, wins, valued] = [sum((one) => one.leads), sum((one) => one.wins), sum((one) => one.valued)]
  return {
    group,
    leads,
    wins,
    winRate: leads < fewestLeads ? null : { share: wins / leads, ...wilsonInterval(wins, leads) },
    salesTouchesPerWin:
      wins < fewestWins
        ? null
        : ratioInterval({
            cases: leads,
            x: sum((one) => one.salesTouches),
            xx: sum((one) => one.salesTouchesSquared),
            xy: sum((one) => one.salesTouchesOfWins),
            y: wins,
            yy: wins,
          }),
    daysToWin: wins < fewestWins ? null : medianDays(wonAfter.filter(({ approach }) => among.includes(approach))),
    value:
      valued < fewestWins
        ? null
        : ratioInterval({
            cases: valued,
            x: sum((one) => one.value),
            xx: sum((one) => one.valueSquared),
            xy: sum((one) => one.value),
            y: valued,
            yy: valued,
          }),
    valued,
    otherCurrency: sum((one) => one.otherCurrency),
  }
}

const medianDays = (wonAfter: WonAfter[]): DurationQuantile | null =>
  durationQuartiles(wonAfter.map(({ days, wins }): Durations => ({ at: days, events: wins, censored: 0 }))).median
