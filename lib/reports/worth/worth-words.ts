import { formatCount, formatCountOf, formatDecimal, formatPercent } from '@/lib/format/format-number'
import type { ApproachGroup } from '@/lib/reports/worth/approach'
import { fewestLeads, type Worth } from '@/lib/reports/worth/worth-figures'
import { fewestWins } from '@/lib/reports/thresholds/touches-to-win'
import type { Interval } from '@/lib/statistics/wilson'

/** Whether the numbers bear a claim out, speak against it, show nothing, or are too few to tell. */
export type Finding = 'holds' | 'contrary' | 'not-shown' | 'too-few'

export type Claim = { claim: string; finding: Finding; words: string }

type Groups = Record<ApproachGroup, Worth>

/**
 * The two claims about what the teams are worth to each other, judged by the company's own numbers. One is taken to hold,
 * or its contrary, only where two 95% intervals lie apart: that is stricter than it need be, and so never hasty.
 */
export const claimsOf = (groups: Groups): Claim[] => [effortClaim(groups), nothingClaim(groups)]

/** Sales without Marketing costs effort: touches of Sales for a win, approached cold and warmed first. */
function effortClaim({ warmed, cold }: Groups): Claim {
  const claim = 'Sales without Marketing costs effort'
  const [after, without] = [warmed.salesTouchesPerWin, cold.salesTouchesPerWin]
  if (!after || !without)
    return {
      claim,
      finding: 'too-few',
      words:
        `Too few to tell: ${formatCountOf(warmed.wins, 'win')} of leads that Marketing warmed first, ` +
        `${formatCount(cold.wins)} of leads approached cold; each needs ${fewestWins}.`,
    }
  const numbers =
    `${formatDecimal(without.ratio)} touches of Sales for a win where it approached the lead cold (${range(without)}), ` +
    `${formatDecimal(after.ratio)} where Marketing had warmed it first (${range(after)})`
  const [finding, verdict] = apart(without, after, [
    'This holds here.',
    'Here it is the other way round.',
    'The numbers do not show it: the intervals overlap.',
  ])
  return { claim, finding, words: `${verdict} It took ${numbers}.` }
}

/** Marketing without Sales produces nothing: the share won of leads that Sales never touched, and of those it did. */
function nothingClaim({ never, warmed }: Groups): Claim {
  const claim = 'Marketing without Sales produces nothing'
  const [alone, together] = [never.winRate, warmed.winRate]
  if (!alone || !together)
    return {
      claim,
      finding: 'too-few',
      words:
        `Too few to tell: ${formatCountOf(never.leads, 'lead')} of Marketing alone, ` +
        `${formatCount(warmed.leads)} that both touched; each needs ${fewestLeads}.`,
    }
  const numbers =
    `${formatCount(never.wins)} of ${formatCountOf(never.leads, 'lead')} that Marketing touched and Sales did not were won ` +
    `(${formatPercent(alone.share)}, ${percents(alone)}), of those that Sales touched once they were warm ` +
    `${formatPercent(together.share)} (${percents(together)})`
  const [finding, verdict] = apart(together, alone, [
    never.wins === 0 ? 'This holds here: nothing so far.' : 'This holds here, if not to the letter: it is little.',
    'Here it is the other way round.',
    'The numbers do not show it: the intervals overlap.',
  ])
  return { claim, finding, words: `${verdict} ${numbers}.` }
}

/** Which of two intervals lies above the other, and what to say then. */
function apart(one: Interval, other: Interval, [above, below, neither]: [string, string, string]): [Finding, string] {
  if (one.low > other.high) return ['holds', above]
  return one.high < other.low ? ['contrary', below] : ['not-shown', neither]
}

const range = ({ low, high }: Interval) => `${formatDecimal(low)} to ${formatDecimal(high)}`
const percents = ({ low, high }: Interval) => `${formatPercent(low)} to ${formatPercent(high)}`
