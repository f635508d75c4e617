import { Chart } from '@/components/charts/chart'
import { VerdictCard } from '@/components/dashboard/verdict-card'
import { WeeksCard } from '@/components/dashboard/weeks-card'
import { Card } from '@/components/ui/card'
import { currentActor } from '@/lib/access/current-actor'
import { flowChart, queueChart, waitChart } from '@/lib/reports/alignment/alignment-charts'
import { readAlignment } from '@/lib/reports/alignment/weeks'
import { type Open, ReportFrame } from '../report-frame'

export const metadata = { title: 'Alignment' }

export default async function AlignmentPage({ searchParams }: PageProps<'/dashboard/alignment'>) {
  return (
    <ReportFrame actor={await currentActor()} path="/dashboard/alignment" title="Alignment" params={await searchParams}>
      {cards}
    </ReportFrame>
  )
}

async function cards({ books, leadsHref, anyHandoffsHref, csvHref }: Open) {
  const weeks = readAlignment(books)
  return (
    <>
      <VerdictCard last={weeks.at(-1)} />
      {weeks.length > 0 ? (
        <>
          <Card title="What Marketing makes and Sales takes">
            <Chart spec={flowChart(weeks)} size="full" height={240} name="alignment" csvHref={csvHref('alignment')} />
          </Card>
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <Card title="The queue at each week’s end">
              <Chart spec={queueChart(weeks)} height={180} name="queue" csvHref={csvHref('queue')} />
            </Card>
            <Card title="How long it had waited by then">
              <Chart spec={waitChart(weeks)} height={180} name="waits" csvHref={csvHref('waits')} />
            </Card>
          </div>
          <WeeksCard weeks={weeks} leadsHref={leadsHref} handoffsHref={anyHandoffsHref} />
        </>
      ) : null}
    </>
  )
}
