import type { ChartSeries, ChartSpec } from '@/lib/charts/chart-spec'
import { dayWords } from '@/lib/reports/presets'
import type { Trend } from '@/lib/reports/cohort/trend'
import type { TrendWeek } from '@/lib/reports/cohort/trend-weeks'

const lines: { step: Exclude<keyof TrendWeek, 'week'>; name: string; tone: ChartSeries['tone'] }[] = [
  { step: 'created', name: 'New leads', tone: 'quiet' },
  { step: 'warmed', name: 'Became warm', tone: 'warm' },
  { step: 'accepted', name: 'Accepted', tone: 'sales' },
  { step: 'won', name: 'Won', tone: 'won' },
  { step: 'lost', name: 'Lost', tone: 'lost' },
]

/** What happened week by week, with the weeks in which another policy was saved. */
export function trendChart({ weeks, policies }: Trend): ChartSpec {
  const place = new Map(weeks.map(({ week }, index) => [week, index]))
  return {
    says: `New, warm, accepted, won and lost leads in each of ${weeks.length} weeks`,
    axis: { label: 'Week of', places: weeks.map(({ week }) => dayWords(week)) },
    unit: 'count',
    series: lines.map(({ step, name, tone }) => ({
      name,
      tone,
      kind: 'line',
      values: weeks.map((week) => week[step]),
    })),
    marks: policies.flatMap(({ week, version }) => {
      const at = place.get(week)
      return at === undefined ? [] : [{ at, label: `Policy ${version}` }]
    }),
  }
}
