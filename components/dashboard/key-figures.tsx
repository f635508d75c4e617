import { Stat, StatRow } from '@/components/ui/stat'
import type { ListHref } from '@/components/dashboard/count-link'
import { formatCount, formatPercent, formatShortDays } from '@/lib/format/format-number'
import type { CohortFigures, HandoffFigures } from '@/lib/reports/figures'
import type { TouchesToWin } from '@/lib/reports/thresholds/touches-to-win'
import type { ScoringPolicy } from '@/lib/scoring/policy'
import { ratioOf } from '@/lib/statistics/ratio'

const signed = (number: number, digits: number) => `${number < 0 ? '−' : '+'}${Math.abs(number).toFixed(digits)}`
const sample = (part: number, whole: number, noun: string) => `${formatCount(part)} of ${formatCount(whole)} ${noun}`

/** A line of facts; those that there are. */
const facts = (...lines: (string | null)[]) => lines.filter((line) => line !== null).join(' · ')

/** What the period came to in five numbers, each with its sample and what it is measured against. */
export function KeyFigures({
  cohort,
  before,
  touches,
  handoffs,
  targets,
  policy,
  hrefOf,
  handoffsHref,
}: {
  cohort: CohortFigures
  before: CohortFigures | null
  touches: TouchesToWin
  handoffs: HandoffFigures
  /** Percent of its promises that Sales keeps, and percent of Marketing's offers that is accepted. */
  targets: { sales: number; marketing: number }
  policy: Pick<ScoringPolicy, 'hotAt' | 'closeBy'>
  hrefOf: ListHref
  handoffsHref: ListHref
}) {
  const won = ratioOf(cohort.won, cohort.leads)
  const wonBefore = before && ratioOf(before.won, before.leads)
  const days = cohort.medianDaysToWarm
  const daysBefore = before?.medianDaysToWarm ?? null
  const median = touches.medianTouches
  const opening = (count: number, href: string | null) => (count > 0 && href ? { href } : {})
  return (
    <StatRow>
      <Stat
        label="Lead to win"
        value={formatPercent(won)}
        footnote={facts(
          won !== null && typeof wonBefore === 'number' ? `${signed((won - wonBefore) * 100, 1)} pt` : null,
          sample(cohort.won, cohort.leads, 'leads'),
        )}
        {...opening(cohort.won, hrefOf({ step: 'won', at: 'entered' }))}
      />
      <Stat
        label="Median days to warm"
        value={days === null ? '–' : formatShortDays(days)}
        footnote={facts(
          days !== null && daysBefore !== null
            ? `${signed(days - daysBefore, Math.abs(days - daysBefore) < 10 ? 1 : 0)} days`
            : null,
          sample(cohort.warmed, cohort.leads, 'warmed'),
        )}
      />
      <Stat
        label="Median touches to win"
        value={median === null ? '–' : String(median)}
        footnote={facts(
          median === null
            ? null
            : `${median >= policy.hotAt && median <= policy.closeBy ? 'inside' : 'outside'} ${policy.hotAt} to ${policy.closeBy}`,
          `${formatCount(touches.wins)} ${touches.wins === 1 ? 'win' : 'wins'}`,
        )}
      />
      <Stat
        label="Accepted in time"
        value={formatPercent(ratioOf(handoffs.answeredInTime, handoffs.due))}
        footnote={facts(
          `Sales promise ${formatPercent(targets.sales / 100)}`,
          sample(handoffs.answeredInTime, handoffs.due, 'due'),
        )}
        {...opening(handoffs.answeredInTime, handoffsHref({ fate: 'answered-in-time' }))}
      />
      <Stat
        label="Handoffs accepted"
        value={formatPercent(ratioOf(handoffs.accepted, handoffs.answered))}
        footnote={facts(
          `Marketing promise ${formatPercent(targets.marketing / 100)}`,
          sample(handoffs.accepted, handoffs.answered, 'answered'),
        )}
        {...opening(handoffs.accepted, handoffsHref({ fate: 'accepted' }))}
      />
    </StatRow>
  )
}
