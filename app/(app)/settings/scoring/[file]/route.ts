import { actorOrNull } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { chartFile, chartName, noSuchFile, notReplayedYet } from '@/lib/charts/chart-file'
import { readAskedTrial } from '@/lib/trials/asked-trial'
import { trialOf } from '@/lib/trials/queries'
import { trialCharts } from '@/lib/trials/trial-charts'

/** The numbers of a chart of a trial as a file for a spreadsheet. */
export async function GET(request: Request, { params }: RouteContext<'/settings/scoring/[file]'>): Promise<Response> {
  const actor = await actorOrNull()
  const name = chartName((await params).file)
  const draw = Object.hasOwn(trialCharts, name) ? trialCharts[name] : undefined
  if (!actor || !can(actor, 'settings.edit') || !draw) return noSuchFile()
  const asked = await readAskedTrial(actor, Object.fromEntries(new URL(request.url).searchParams), new Date())
  if (!asked) return noSuchFile()
  if (!asked.trial) return notReplayedYet()
  return chartFile(name, draw((await trialOf(actor, asked.trial)).report))
}
