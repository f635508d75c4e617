import 'server-only'
import type { ChartSpec } from '@/lib/charts/chart-spec'
import type { Asked } from '@/lib/reports/asked'
import type { Books } from '@/lib/reports/books'
import { trendChart } from '@/lib/reports/trend-chart'
import { readTrend } from '@/lib/reports/trend'

/** What a chart is read from: the books, and how the address asked for them. */
type Read = (books: Books, asked: Asked) => Promise<ChartSpec>

/** Every chart that is drawn on a page of the dashboard, by the name of its file: whoever sees it can take its numbers along. */
export const charts: Record<string, Read> = {
  trend: async (books) => trendChart(await readTrend(books)),
}
