import { formatCount, formatCountOf, formatPercent } from '@/lib/format/format-number'
import { fewestAtRisk, type Hazard, type TouchesToWin } from '@/lib/reports/thresholds/touches-to-win'

/** Where the chance of winning is highest, judged by the lower end of its interval; null without enough leads. */
export function highestChance(hazard: Hazard[]): Hazard | null {
  const best = hazard
    .filter(({ atRisk, touch }) => atRisk >= fewestAtRisk && touch > 0)
    .reduce<Hazard | null>((high, point) => (high && high.low >= point.low ? high : point), null)
  return best && best.won > 0 ? best : null
}

/** Where it is highest, to a manager. */
export function chanceInWords({ hazard }: Pick<TouchesToWin, 'hazard'>): string {
  const best = highestChance(hazard)
  if (!best) return `No touch was reached by ${fewestAtRisk} leads and won any of them.`
  return (
    `The chance that the next touch wins is highest at touch ${best.touch}: ${formatPercent(best.hazard)} of the ` +
    `${formatCountOf(best.atRisk, 'lead')} that got there ${best.atRisk === 1 ? 'was' : 'were'} won at it (95% interval ` +
    `${formatPercent(best.low)} to ${formatPercent(best.high)}).`
  )
}

/** The shares after the last touch that enough leads reached. */
export function endsInWords({ hazard, incidence }: Pick<TouchesToWin, 'hazard' | 'incidence'>): string {
  const last = hazard.findLast(({ atRisk }) => atRisk >= fewestAtRisk)
  const ends = last && incidence[last.touch]
  if (!ends) return `No touch was reached by ${fewestAtRisk} leads.`
  const share = ({ share: it, low, high }: { share: number; low: number; high: number }) =>
    `${formatPercent(it)} (${formatPercent(low)} to ${formatPercent(high)})`
  return `After ${formatCount(last.touch)} touches ${share(ends.won)} of the leads are won, ${share(ends.lost)} lost, and ${formatPercent(ends.open)} still open.`
}

/** After how many touches half of the leads would be won, if none were lost. */
export function survivalInWords({ survival, medianTouches, wins }: TouchesToWin): string {
  const half = survival.find(({ survival: share }) => share <= 0.5)
  const median = `Half of the ${formatCountOf(wins, 'win')} took ${medianTouches} touches or fewer.`
  return half
    ? `${median} If no lead were lost, half of all would be won by touch ${half.touch}.`
    : `${median} If no lead were lost, fewer than half of all would be won by the last touch seen.`
}
