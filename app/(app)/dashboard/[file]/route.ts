import { actorOrNull } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { chartFile, chartName, noSuchFile, notReplayedYet } from '@/lib/charts/chart-file'
import { readAsked } from '@/lib/reports/asked'
import { charts } from '@/lib/reports/charts'

/** The numbers of a chart as a file for a spreadsheet, with the period, the moment and the filters of its page. */
export async function GET(request: Request, { params }: RouteContext<'/dashboard/[file]'>): Promise<Response> {
  const actor = await actorOrNull()
  const name = chartName((await params).file)
  const read = Object.hasOwn(charts, name) ? charts[name] : undefined
  if (!actor || !can(actor, 'report.read') || !read) return noSuchFile()
  const asked = await readAsked(actor, Object.fromEntries(new URL(request.url).searchParams), new Date())
  if (!asked.books) return notReplayedYet()
  return chartFile(name, await read(asked.books, asked))
}
