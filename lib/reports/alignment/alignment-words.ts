import { formatCount, formatCountOf, formatDecimal } from '@/lib/format/format-number'
import { formatSpan } from '@/lib/format/format-time'
import {
  type Alignment,
  capacityWeeks,
  fewestTaken,
  fewestWeeks,
  judgedWeeks,
  type Verdict,
} from '@/lib/reports/alignment/alignment'

export const verdictLabels: Record<Verdict, string> = {
  outruns: 'Marketing outruns Sales',
  starves: 'Sales starves',
  lags: 'Sales lags',
  fine: 'Both fine',
}

const verdictMeans: Record<Verdict, string> = {
  outruns: 'More warm leads come than Sales takes in a good week, and old offers pile up.',
  starves: 'Sales could take more leads than Marketing hands over, by more than chance.',
  lags: 'Old offers pile up, though no more leads come than Sales has taken in good weeks.',
  fine: 'Sales takes what Marketing hands over, and the queue stays young.',
}

/** The verdict of the last whole week, in a sentence, and the numbers that it rests on, in another. */
export function alignmentInWords(last: Alignment | undefined): { verdict: string; numbers: string | null } {
  if (!last) return { verdict: 'No whole week has passed yet since the first lead became warm.', numbers: null }
  const { verdict, capacity, waiting, overdue, medianWaitMs } = last
  if (verdict === null || capacity === null)
    return {
      verdict: `Too early to tell: it takes ${fewestWeeks} whole weeks in which Sales took ${fewestTaken} leads.`,
      numbers: null,
    }
  const wait = medianWaitMs === null ? '' : `, half of them for ${formatSpan(medianWaitMs)} or longer`
  const queue =
    waiting === 0
      ? 'nothing waited when the last week ended'
      : `${formatCountOf(waiting, 'offer')} waited when the last week ended${wait}, ${formatCount(overdue)} of them overdue`
  return {
    verdict: verdictMeans[verdict],
    numbers:
      `In the last ${judgedWeeks} whole weeks Marketing made ${formatDecimal(last.madeAWeek)} leads warm a week, ` +
      `${formatDecimal(last.offeredAWeek)} were offered and Sales took ${formatDecimal(last.takenAWeek)}; ` +
      `in a good week it takes ${formatCount(capacity)}; ${queue}.`,
  }
}

export const alignmentDefinition =
  'Whole weeks, Monday to Sunday. Made warm: leads that became warm for the first time. Offered and taken: handoffs offered, and accepted, ' +
  'in the week, each time anew. Waiting: offers unanswered when the week ended; overdue: those of them whose promised time had passed. ' +
  `A good week of Sales: of the last ${capacityWeeks} weeks three quarters had as many handoffs taken or fewer (their upper quartile). ` +
  'The rule: the queue is old when more offers are overdue at the end of the week than Sales takes in a fifth of a good one. With an old ' +
  `queue Marketing outruns Sales if more a week was offered in the last ${judgedWeeks} than Sales takes in a good one; else Sales lags. ` +
  'With a young queue Sales starves if fewer were offered than it takes in good weeks, by more than chance (the upper end of the 95% interval ' +
  `of the offers lies below); else both are fine. It says nothing before ${fewestWeeks} weeks with ${fewestTaken} handoffs taken.`
