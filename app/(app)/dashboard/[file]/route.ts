import { actorOrNull } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { tableOf } from '@/lib/charts/table-of'
import { csvAnswer } from '@/lib/exports/csv-answer'
import { readAsked } from '@/lib/reports/asked'
import { charts } from '@/lib/reports/charts'

/** The numbers of a chart as a file for a spreadsheet, with the period, the moment and the filters of its page. */
export async function GET(request: Request, { params }: RouteContext<'/dashboard/[file]'>): Promise<Response> {
  const actor = await actorOrNull()
  const { file } = await params
  const name = file.endsWith('.csv') ? file.slice(0, -'.csv'.length) : ''
  const read = Object.hasOwn(charts, name) ? charts[name] : undefined
  if (!actor || !can(actor, 'report.read') || !read) return new Response('There is no such page.', { status: 404 })
  const asked = await readAsked(actor, Object.fromEntries(new URL(request.url).searchParams), new Date())
  if (!asked.books)
    return new Response('The ledger is being replayed. Ask again in a minute.', {
      status: 503,
      headers: { 'Retry-After': '15' },
    })
  const { columns, rows } = tableOf(await read(asked.books, asked))
  return csvAnswer(`${name}.csv`, written([columns, ...rows]), 'spreadsheets')
}

async function* written<Row>(rows: Row[]) {
  yield* rows
}
