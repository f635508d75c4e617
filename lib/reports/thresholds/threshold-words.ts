import { formatCountOf } from '@/lib/format/format-number'
import {
  levelOfSuggestions,
  type SuggestedThreshold,
  type ThresholdEvidence,
  type TouchWithin,
} from '@/lib/reports/thresholds/suggest-thresholds'
import { fewestWins } from '@/lib/reports/thresholds/touches-to-win'
import { hotBounds, warmBounds } from '@/lib/scoring/policy'

/** Where the suggestion comes from, and what it can not know. */
export const thresholdRule =
  'Of the leads that reached a touch we take the share that was won at it, before the next one. Hot is suggested at the touch ' +
  'where that chance is highest, warm where it has risen half way from the first touch to there; both only where chance alone ' +
  `would not make it rise and fall so much in more than ${levelOfSuggestions * 100} of 100 companies. The intervals hold the true touch 95 times in ` +
  '100. It is what happened and no proof of a cause: who gets many touches may have been the better lead from the start.'

/** What the company's own history says of its thresholds, to a manager. */
export function thresholdsInWords({ wins, enough, isFlat, peak, hotAt, warmAt }: ThresholdEvidence): string {
  if (wins < fewestWins)
    return `With fewer than ${fewestWins} wins the best touch would be chance, so nothing is suggested.`
  if (!enough)
    return (
      `${formatCountOf(wins, 'win')} do not tell yet whether the chance of winning differs between the touches: such differences ` +
      'could be chance. So nothing is suggested.'
    )
  if (isFlat)
    return (
      `There is nothing to see: over ${formatCountOf(wins, 'win')} the chance of winning does not differ between the touches by ` +
      'more than chance alone would do. Which touches make a lead warm or hot stays your own choice.'
    )
  return [
    peak && `The chance of winning is highest at touch ${withInterval(peak)}.`,
    hotAt && suggestion('Hot', hotAt, `${hotBounds.min} to ${hotBounds.max}`),
    warmAt && suggestion('Warm', warmAt, `${warmBounds.min} to ${warmBounds.max}, below hot`),
  ]
    .filter(Boolean)
    .join(' ')
}

const withInterval = ({ touch, low, high }: TouchWithin) =>
  low === high ? `${touch}, with 95% certainty` : `${touch}, with 95% certainty between ${low} and ${high}`

function suggestion(name: string, { value, low, high, isOutside }: SuggestedThreshold, allowed: string): string {
  const found = low === high ? `touch ${low}` : `touches ${low} to ${high}`
  return isOutside
    ? `${name} at ${value}: the history points to ${found}, and ${value} is the nearest that is allowed (${allowed}).`
    : `${name} at ${value}, where the history points to ${found}.`
}
