import { formatCount, formatCountOf, formatDecimal } from '@/lib/format/format-number'
import type { WinsMoved } from '@/lib/trials/trial-figures'
import type { TrialReport } from '@/lib/trials/trial-report'

/** What the numbers of a trial mean, in the words that stand beside them. */
export const trialDefinition =
  'The whole ledger, as it is known at the moment of the trial, counted by both policies. A policy offers a lead by itself at the touch ' +
  'that brings it from cold to warm or hot: once, and once more after each recycling. Only leads that were open then, that no rep made, and ' +
  'that may be contacted now. Both columns go by this rule and by when touches happened; the real handoffs beside them also hold those ' +
  'offered by hand, those under earlier policies and those of touches that were logged late. Accepted and won say what really became ' +
  'of these leads: accepted of those that Sales answered, won of all, with 95% intervals (Wilson). The queue of a policy is what waited the week ' +
  'before, and its offers of the week, less as many as Sales really answered in it. Wins are the leads won in the period, by when ' +
  'each policy would have offered them first.'

/** The limits of any replay. */
export const trialLimits =
  'A replay counts the touches that there were. It can not know how Sales would have acted on leads that it got at another time, whether ' +
  'it would have answered more had there been more, or what Marketing would have done meanwhile: many a later touch was made only because Sales had the ' +
  'lead by then.'

/** The gist of a trial, to a manager. */
export function trialInWords({ present, proposed, acceptedPerWeek, wins }: TrialReport): string {
  if (present.offers + proposed.offers === 0)
    return 'Neither policy would have offered anything in this period. Choose a longer one.'
  const offers =
    `Sales would have been offered ${formatCountOf(proposed.offers, 'lead')} instead of ${formatCount(present.offers)}: ` +
    `${formatDecimal(proposed.perWeek)} a week instead of ${formatDecimal(present.perWeek)}. It took ${formatDecimal(acceptedPerWeek)} a week.`
  const late = [
    ...(wins.later > 0 ? [`${formatCount(wins.later)} later, ${daysInWords(wins.medianDaysLater)} at the median`] : []),
    ...(wins.never > 0 ? [`${formatCount(wins.never)} never`] : []),
  ]
  if (wins.wins === 0) return `${offers} No lead was won in this period.`
  const won = `Of the ${formatCountOf(wins.wins, 'lead')} won in this period it would have offered`
  return `${offers} ${won} ${late.length > 0 ? late.join(' and ') : 'none later than now'}.`
}

/** The wins by what would have become of their first offer, those that there are. */
export function winsInWords(wins: WinsMoved): { label: string; count: number }[] {
  const days = (median: number | null) => (median === null ? '' : `, by ${daysInWords(median)} at the median`)
  return [
    { label: 'Offered at the same touch', count: wins.same },
    { label: `Offered earlier${days(wins.medianDaysEarlier)}`, count: wins.earlier },
    { label: `Offered later${days(wins.medianDaysLater)}`, count: wins.later },
    { label: 'Never offered by this policy', count: wins.never },
    { label: 'Offered by this policy alone', count: wins.newly },
    { label: 'Offered by neither: Sales had them in another way', count: wins.neither },
  ].filter(({ count }) => count > 0)
}

/** A span in days: "2.5 days", "14 days", "less than a day"; "–" for none. */
function daysInWords(days: number | null): string {
  if (days === null) return '–'
  if (days < 1) return 'less than a day'
  const rounded = days < 10 ? Math.round(days * 10) / 10 : Math.round(days)
  return `${formatCount(rounded)} ${rounded === 1 ? 'day' : 'days'}`
}
