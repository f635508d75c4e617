import { actorOrNull } from '@/lib/access/current-actor'
import { downloadOf } from '@/lib/exports/download'
import { exportLeads } from '@/lib/exports/export-leads'
import { columnsParameter } from '@/lib/exports/input'
import { leadFilters } from '@/lib/leads/filters'

/** What a list shows, as a file for a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  const parameters = { ...leadFilters, ...columnsParameter }
  return downloadOf(await actorOrNull(), request, 'leads.csv', parameters, (actor, { columns, ...filters }) =>
    exportLeads(actor, filters, columns),
  )
}
