import 'server-only'
import type { ChartSpec } from '@/lib/charts/chart-spec'
import { flowChart, queueChart, waitChart } from '@/lib/reports/alignment/alignment-charts'
import type { Asked } from '@/lib/reports/asked'
import { attributionChart } from '@/lib/reports/attribution/attribution-chart'
import type { Books } from '@/lib/reports/books'
import { perOf, reachChart } from '@/lib/reports/worth/channel-charts'
import { channelReach } from '@/lib/reports/worth/channel-reach'
import { type Grouping, groupings } from '@/lib/reports/group-names'
import { offersByTouches } from '@/lib/reports/handoffs/offers-by-touches'
import {
  groupsChart,
  hazardChart,
  histogramChart,
  incidenceChart,
  offeredChart,
  survivalChart,
} from '@/lib/reports/thresholds/threshold-charts'
import { touchesBy, touchesOf } from '@/lib/reports/thresholds/thresholds'
import { readTrend } from '@/lib/reports/cohort/trend'
import { trendChart } from '@/lib/reports/cohort/trend-chart'
import { readAlignment } from '@/lib/reports/alignment/weeks'
import { winsShared } from '@/lib/reports/attribution/wins-shared'
import { worthReport } from '@/lib/reports/worth/worth'
import { effortChart, winRateChart } from '@/lib/reports/worth/worth-charts'

/** What a chart is read from: the books, and how the address asked for them. */
type Read = (books: Books, asked: Asked) => ChartSpec | Promise<ChartSpec>

/** Every chart that is drawn on a page of the dashboard, by the name of its file: whoever sees it can take its numbers along. */
export const charts: Record<string, Read> = {
  alignment: (books) => flowChart(readAlignment(books)),
  attribution: (books) => attributionChart(winsShared(books)),
  'channel-reach': (books, { chosen }) => reachChart(channelReach(books, perOf(chosen)), perOf(chosen)),
  effort: async (books) => effortChart((await worthReport(books)).groups),
  queue: (books) => queueChart(readAlignment(books)),
  trend: async (books) => trendChart(await readTrend(books)),
  waits: (books) => waitChart(readAlignment(books)),
  'win-rate': async (books) => winRateChart((await worthReport(books)).groups),
  hazard: (books) => hazardChart(touchesOf(books), books.policy),
  incidence: (books) => incidenceChart(touchesOf(books)),
  'not-won': (books) => survivalChart(touchesOf(books)),
  histogram: (books) => histogramChart(touchesOf(books)),
  'by-channel': (books) => chancesBy(books, 'channel'),
  'by-source': (books) => chancesBy(books, 'source'),
  'handoffs-by-touches': (books) => offeredChart(offersByTouches(books)),
}

function chancesBy(books: Books, by: Grouping): ChartSpec {
  const groups = touchesBy(books, by)
  return groupsChart(groups.map(({ key, report }) => ({ name: groupings[by].nameOf(key), report })))
}
