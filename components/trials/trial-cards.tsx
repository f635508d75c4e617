import { Chart } from '@/components/charts/chart'
import { TrialTable } from '@/components/trials/trial-table'
import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import { Notice } from '@/components/ui/notice'
import { formatCount, formatCountOf, formatDecimal } from '@/lib/format/format-number'
import { offersChart, queueChart } from '@/lib/trials/trial-charts'
import type { TrialReport } from '@/lib/trials/trial-report'
import { trialDefinition, trialInWords, trialLimits, winsInWords } from '@/lib/trials/trial-words'

/** What a policy would have done with the history, beside the present one and what there really was. */
export function ComparedCard({ report, moment }: { report: TrialReport; moment: string }) {
  return (
    <Card title="What it would have done with the same history" aside={`As of ${moment}`}>
      <p className="mb-4 max-w-prose text-sm">{trialInWords(report)}</p>
      <TrialTable report={report} />
      <div className="mt-4 flex flex-col gap-2">
        <Notice>{trialLimits}</Notice>
        <Definition>{trialDefinition}</Definition>
      </div>
    </Card>
  )
}

/** The weeks of the period: offers against what Sales took, and the queue that follows. */
export function TrialWeeks({ report, csvHref }: { report: TrialReport; csvHref: (name: string) => string }) {
  const { weeks, answeredPerWeek } = report
  if (weeks.length === 0) return null
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card title="Offers a week" aside={formatCountOf(weeks.length, 'week')}>
        <Chart spec={offersChart(report)} name="offers" csvHref={csvHref('offers')} />
      </Card>
      <Card
        title="Leads waiting for Sales"
        aside={`Sales answered ${formatDecimal(answeredPerWeek)} a week, taking or sending back`}
      >
        <Chart spec={queueChart(report)} name="queue" csvHref={csvHref('queue')} />
      </Card>
    </div>
  )
}

/** What another time of the offer would mean for the leads that were won. */
export function WinsCard({ wins }: Pick<TrialReport, 'wins'>) {
  if (wins.wins === 0) return null
  return (
    <Card title="Leads won in this period" aside={formatCountOf(wins.wins, 'win')}>
      <dl className="text-sm">
        {winsInWords(wins).map(({ label, count }) => (
          <div key={label} className="flex items-baseline gap-3 border-t py-1.5 first:border-t-0">
            <dt className="flex-1 text-ink-soft">{label}</dt>
            <dd className="font-semibold">{formatCount(count)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
