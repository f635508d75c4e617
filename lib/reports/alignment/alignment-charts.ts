import type { ChartSpec } from '@/lib/charts/chart-spec'
import type { Alignment } from '@/lib/reports/alignment/alignment'
import { verdictLabels } from '@/lib/reports/alignment/alignment-words'
import { dayWords } from '@/lib/reports/presets'

const axisOf = (weeks: Alignment[]) => ({ label: 'Week of', places: weeks.map(({ monday }) => dayWords(monday)) })

/** A verdict that holds for fewer weeks is not marked: the table has them all. */
const fewestMarked = 3

/** What Marketing made and Sales took in each week, with the weeks from which one team held the other up for a while. */
export const flowChart = (weeks: Alignment[]): ChartSpec => ({
  says: `Leads made warm, offered to Sales and taken in each of ${weeks.length} weeks, and what Sales takes in a good week`,
  axis: axisOf(weeks),
  unit: 'count',
  series: [
    { name: 'Made warm', tone: 'warm', kind: 'line', values: weeks.map(({ made }) => made) },
    { name: 'Offered', tone: 'marketing', kind: 'line', values: weeks.map(({ offered }) => offered) },
    { name: 'Taken', tone: 'sales', kind: 'line', values: weeks.map(({ taken }) => taken) },
    { name: 'A good week of Sales', tone: 'quiet', kind: 'steps', values: weeks.map(({ capacity }) => capacity) },
  ],
  marks: weeks.flatMap(({ verdict }, at) => {
    const isNew = at > 0 && verdict !== weeks[at - 1]?.verdict
    const holds = weeks.slice(at, at + fewestMarked).every((week) => week.verdict === verdict)
    return verdict !== null && verdict !== 'fine' && isNew && holds ? [{ at, label: verdictLabels[verdict] }] : []
  }),
})

/** What waited when each week ended. */
export const queueChart = (weeks: Alignment[]): ChartSpec => ({
  says: `Offers that waited for Sales at the end of each of ${weeks.length} weeks, in time and overdue`,
  axis: axisOf(weeks),
  unit: 'count',
  series: [
    { name: 'Overdue', tone: 'hot', kind: 'bar', stack: 'queue', values: weeks.map(({ overdue }) => overdue) },
    {
      name: 'In time',
      tone: 'quiet',
      kind: 'bar',
      stack: 'queue',
      values: weeks.map(({ waiting, overdue }) => waiting - overdue),
    },
  ],
})

const dayMs = 24 * 3_600_000

/** How long they had waited by then. */
export const waitChart = (weeks: Alignment[]): ChartSpec => ({
  says: `Median days that offers had waited at the end of each of ${weeks.length} weeks`,
  axis: axisOf(weeks),
  unit: 'days',
  series: [
    {
      name: 'Median wait',
      tone: 'sales',
      kind: 'bar',
      values: weeks.map(({ medianWaitMs }) => (medianWaitMs === null ? null : medianWaitMs / dayMs)),
    },
  ],
})
