import type { ChartSpec } from '@/lib/charts/chart-spec'
import { dayWords } from '@/lib/reports/presets'
import type { TrialReport } from '@/lib/trials/trial-report'

type Weeks = Pick<TrialReport, 'weeks'>

const axisOf = ({ weeks }: Weeks) => ({ label: 'Week of', places: weeks.map(({ monday }) => dayWords(monday)) })

/** What each policy would have offered in a week, against what Sales took. */
export const offersChart = ({ weeks }: Weeks): ChartSpec => ({
  says: `Offers by the present policy and by this one, and what Sales accepted, in each of ${weeks.length} weeks`,
  axis: axisOf({ weeks }),
  unit: 'count',
  series: [
    { name: 'Present policy', tone: 'quiet', kind: 'line', values: weeks.map(({ present }) => present) },
    { name: 'This policy', tone: 'warm', kind: 'line', values: weeks.map(({ proposed }) => proposed) },
    { name: 'Accepted by Sales', tone: 'sales', kind: 'line', values: weeks.map(({ accepted }) => accepted) },
  ],
})

/** Leads that waited at the end of each week, really and by the offers of each policy. */
export const queueChart = ({ weeks }: Weeks): ChartSpec => ({
  says: `Leads waiting for Sales at the end of each of ${weeks.length} weeks, really and by each policy`,
  axis: axisOf({ weeks }),
  unit: 'count',
  series: [
    { name: 'Really', tone: 'ink', kind: 'line', values: weeks.map(({ queue }) => queue) },
    { name: 'Present policy', tone: 'quiet', kind: 'line', values: weeks.map(({ presentQueue }) => presentQueue) },
    { name: 'This policy', tone: 'warm', kind: 'line', values: weeks.map(({ proposedQueue }) => proposedQueue) },
  ],
})

/** The charts of a trial by the names of their files. */
export const trialCharts: Record<string, (report: Weeks) => ChartSpec> = { offers: offersChart, queue: queueChart }
