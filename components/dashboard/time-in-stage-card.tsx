import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import { formatCount } from '@/lib/format/format-number'
import { formatSpan } from '@/lib/format/format-time'
import { timeInStageDefinition } from '@/lib/reports/definitions'
import type { TimedStage, TimeInStage } from '@/lib/reports/cohort/time-in-stage-figures'
import type { DurationQuantile } from '@/lib/statistics/duration-quantiles'

const LABELS: Record<TimedStage, string> = {
  cold: 'Cold',
  warm: 'Warm',
  hot: 'Hot',
  queue: 'Offered',
}

const dayMs = 86_400_000
const span = (days: DurationQuantile | null) => (days === null ? 'not yet' : formatSpan(days.value * dayMs))

/** How long leads stay in each stage. */
export function TimeInStageCard({ rows }: { rows: TimeInStage[] }) {
  return (
    <Card title="Time in stage">
      <div className="overflow-x-auto">
        <table className="w-full text-right text-sm">
          <caption className="sr-only">
            How long until a quarter, half and three quarters of the leads have left each stage
          </caption>
          <thead className="text-xs text-ink-quiet">
            <tr className="align-bottom *:pb-1 *:pl-2 *:font-medium">
              <th scope="col" className="pl-0! text-left">
                Stage
              </th>
              <th scope="col">A quarter</th>
              <th scope="col">Half</th>
              <th scope="col" className="max-md:hidden">
                Three quarters
              </th>
              <th scope="col">Still there</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ stage, entered, waiting, lower, median, upper }) => (
              <tr key={stage} className="*:border-t *:py-1.5 *:pl-2 *:whitespace-nowrap">
                <th scope="row" className="pl-0! text-left font-normal text-ink-soft">
                  {LABELS[stage]}
                </th>
                <td className="text-ink-soft">{entered === 0 ? '–' : span(lower)}</td>
                <td className="font-semibold">{entered === 0 ? '–' : span(median)}</td>
                <td className="text-ink-soft max-md:hidden">{entered === 0 ? '–' : span(upper)}</td>
                <td className="text-ink-soft" title={`of ${formatCount(entered)} that were in this stage`}>
                  {formatCount(waiting)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Definition>{timeInStageDefinition}</Definition>
    </Card>
  )
}
