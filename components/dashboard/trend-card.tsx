import { Chart } from '@/components/charts/chart'
import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import { formatCountOf } from '@/lib/format/format-number'
import type { Trend } from '@/lib/reports/cohort/trend'
import { trendChart } from '@/lib/reports/cohort/trend-chart'

/** What happened week by week. */
export function TrendCard({ trend, csvHref }: { trend: Trend; csvHref: string }) {
  return (
    <Card title="Week by week" aside={formatCountOf(trend.weeks.length, 'week')}>
      <Chart spec={trendChart(trend)} size="full" height={240} name="trend" csvHref={csvHref} />
      <Definition>
        Leads by the week in which each took the step for the first time, whenever it was created: unlike the funnel,
        which follows the leads created in the period. So the lines of a week are not parts of each other. Won and lost
        by the day on which somebody says that it was. The first and the last week may be parts of weeks. A dashed line
        is a week in which another scoring policy was saved.
      </Definition>
    </Card>
  )
}
