import 'server-only'
import type { ChartSpec } from '@/lib/charts/chart-spec'
import { tableOf } from '@/lib/charts/table-of'
import { csvAnswer } from '@/lib/exports/csv-answer'

/** The numbers of a chart as a file for a spreadsheet. */
export function chartFile(name: string, spec: ChartSpec): Response {
  const { columns, rows } = tableOf(spec)
  return csvAnswer(`${name}.csv`, written([columns, ...rows]), 'spreadsheets')
}

async function* written<Row>(rows: Row[]) {
  yield* rows
}

/** What stands in the address before ".csv"; empty for another file. */
export const chartName = (file: string): string => (file.endsWith('.csv') ? file.slice(0, -'.csv'.length) : '')

export const noSuchFile = () => new Response('There is no such page.', { status: 404 })

export const notReplayedYet = () =>
  new Response('The ledger is being replayed. Ask again in a minute.', {
    status: 503,
    headers: { 'Retry-After': '15' },
  })
