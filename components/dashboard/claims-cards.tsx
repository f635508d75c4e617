import { Chart } from '@/components/charts/chart'
import { Badge, type Tone } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import type { ApproachGroup } from '@/lib/reports/worth/approach'
import { effortChart, winRateChart } from '@/lib/reports/worth/worth-charts'
import type { Worth } from '@/lib/reports/worth/worth-figures'
import { claimsOf, type Finding } from '@/lib/reports/worth/worth-words'

const findings: Record<Finding, { tone: Tone; label: string }> = {
  holds: { tone: 'good', label: 'Holds here' },
  contrary: { tone: 'danger', label: 'The other way round' },
  'not-shown': { tone: 'neutral', label: 'Not shown' },
  'too-few': { tone: 'neutral', label: 'Too few to tell' },
}

/** The two claims of the trade, each with what the company's own numbers say to it. */
export function ClaimsCards({
  groups,
  csvHref,
}: {
  groups: Record<ApproachGroup, Worth>
  csvHref: (name: string) => string
}) {
  const charts = [
    { spec: effortChart(groups), name: 'effort', title: 'Touches of Sales for a win' },
    { spec: winRateChart(groups), name: 'win-rate', title: 'Share won so far' },
  ]
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {claimsOf(groups).map(({ claim, finding, words }, index) => {
        const chart = charts[index]
        return (
          <Card
            key={claim}
            title={`“${claim}”`}
            aside={<Badge tone={findings[finding].tone}>{findings[finding].label}</Badge>}
          >
            <p className="text-sm text-ink-soft">{words}</p>
            {chart?.spec.series.some(({ values }) => values.some((value) => value !== null)) ? (
              <>
                <h3 className="mt-4 mb-1 text-xs font-medium text-ink-quiet">{chart.title}, with 95% intervals</h3>
                <Chart spec={chart.spec} height={180} name={chart.name} csvHref={csvHref(chart.name)} />
              </>
            ) : null}
          </Card>
        )
      })}
    </div>
  )
}
