import { Chart } from '@/components/charts/chart'
import type { ListHref } from '@/components/dashboard/count-link'
import { TouchesTable } from '@/components/dashboard/touches-table'
import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import { Notice } from '@/components/ui/notice'
import { formatCountOf } from '@/lib/format/format-number'
import { touchesToWinDefinition } from '@/lib/reports/definitions'
import { hazardChart, histogramChart, incidenceChart, survivalChart } from '@/lib/reports/thresholds/threshold-charts'
import { chanceInWords, endsInWords, survivalInWords } from '@/lib/reports/thresholds/chance-words'
import { fewestAtRisk, fewestWins, type TouchesToWin } from '@/lib/reports/thresholds/touches-to-win'
import type { ScoringPolicy } from '@/lib/scoring/policy'

type Props = { report: TouchesToWin; csvHref: (name: string) => string }

/** The chance that a touch wins, with every number that the page is made of. */
export function HazardCard({
  report,
  policy,
  hrefOf,
  csvHref,
}: Props & { policy: Pick<ScoringPolicy, 'warmAt' | 'hotAt'>; hrefOf: ListHref }) {
  const { wins, enough } = report
  return (
    <div id="hazard" className="scroll-mt-4">
      <Card title="The chance that the next touch wins" aside={formatCountOf(wins, 'win')}>
        {enough ? (
          <>
            <p className="mb-3 max-w-prose text-sm">{chanceInWords(report)}</p>
            <Chart spec={hazardChart(report, policy)} size="full" name="hazard" csvHref={csvHref('hazard')} />
          </>
        ) : (
          <Silence wins={wins} />
        )}
        <div className="mt-2 flex flex-col">
          <TouchesTable report={report} hrefOf={hrefOf} />
          <Definition>
            {touchesToWinDefinition(enough)} The charts end with the last touch that {fewestAtRisk} leads reached; the
            table has all.
          </Definition>
        </div>
      </Card>
    </div>
  )
}

/** What is missing before a chance can be told. */
export function Silence({ wins }: { wins: number }) {
  return (
    <Notice title={`${formatCountOf(wins, 'win')} so far, ${fewestWins - wins} more are needed`}>
      Below {fewestWins} wins a chance would be luck, so none is told. Choose a longer period, or wait.
    </Notice>
  )
}

/** The shares won, lost and open; and how it would be if none were lost. Nothing below 20 wins. */
export function CurvesCards({ report, csvHref }: Props) {
  if (!report.enough) return null
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card title="What became of the leads, touch by touch">
        <p className="mb-3 text-sm">{endsInWords(report)}</p>
        <Chart spec={incidenceChart(report)} name="incidence" csvHref={csvHref('incidence')} />
        <Definition>
          The shares won and lost after each touch, where either end rules out the other (Aalen-Johansen), with 95%
          intervals. Open leads count for as long as they were touched, so these are the shares to expect of leads that
          get that far.
        </Definition>
      </Card>
      <Card title="How long it takes to win">
        <p className="mb-3 text-sm">{survivalInWords(report)}</p>
        <Chart spec={survivalChart(report)} name="not-won" csvHref={csvHref('not-won')} />
        <Definition>
          The share not won yet after each touch, if no lead were ever lost: lost and open leads count for as long as
          they were touched (Kaplan-Meier over touches, 95% interval after Greenwood).
        </Definition>
      </Card>
    </div>
  )
}

/** The plain histogram, and why it misleads. */
export function HistogramCard({ report, csvHref }: Props) {
  if (report.histogram.length === 0) return null
  return (
    <Card title="Leads by their touches">
      <Notice kind="warn" title="These bars advise nothing">
        Whoever is won late has collected more touches on the way, and fewer leads get to each next touch. So the
        highest bar says where most wins are, not which touch wins. The chance above does not have this fault.
      </Notice>
      <div className="mt-3">
        <Chart spec={histogramChart(report)} size="full" name="histogram" csvHref={csvHref('histogram')} />
      </div>
    </Card>
  )
}
