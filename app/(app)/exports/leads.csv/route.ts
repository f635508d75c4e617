import { actorOrNull } from '@/lib/access/current-actor'
import { tickedLeads } from '@/lib/bulk/selection-params'
import { downloadOf } from '@/lib/exports/download'
import { exportLeads } from '@/lib/exports/export-leads'
import { columnsParameter } from '@/lib/exports/input'
import { leadFilters } from '@/lib/leads/filters'

const parameters = { ...leadFilters, ...columnsParameter }

/** What a list shows, or the leads that are ticked in it, as a file for a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  const url = new URL(request.url)
  const ticked = url.searchParams.has('lead') ? { leadIds: tickedLeads(url.searchParams.getAll('lead')) } : {}
  url.searchParams.delete('lead')
  return downloadOf(await actorOrNull(), url, 'leads.csv', parameters, (actor, { columns, ...filters }) =>
    exportLeads(actor, { filters, ...ticked }, columns),
  )
}
