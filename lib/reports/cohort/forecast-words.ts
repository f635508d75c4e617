import { formatCount, formatCountOf } from '@/lib/format/format-number'
import { type Forecast, forecastWeeks } from '@/lib/reports/cohort/forecast'
import { fewestWins } from '@/lib/reports/thresholds/touches-to-win'

/** What the forecast says, to a manager. */
export function forecastInWords(forecast: Forecast | null, weeks = forecastWeeks): string {
  if (!forecast)
    return (
      `Fewer than ${fewestWins} wins are known of leads as old as those open now will be within ${weeks} weeks: ` +
      'a forecast would be chance, so there is none.'
    )
  const { expected, low, high, leads, partlyKnown, tooOld } = forecast
  const count = Math.round(expected)
  return [
    `Of ${formatCountOf(leads, 'open lead')} about ${formatCount(count)} will be won within ${weeks} weeks, 95 times in 100 ` +
      `between ${formatCount(low)} and ${formatCount(high)}, if leads go on to be won and lost at the pace of those before them.`,
    ...(partlyKnown > 0
      ? [
          `For ${formatCount(partlyKnown)} of them it counts only the weeks up to the age that leads are known to reach.`,
        ]
      : []),
    ...(tooOld > 0
      ? [`${formatCountOf(tooOld, 'open lead is', 'open leads are')} older than that, so nothing is said of them.`]
      : []),
  ].join(' ')
}
