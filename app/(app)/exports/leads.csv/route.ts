import { actorOrNull } from '@/lib/access/current-actor'
import { downloadOf } from '@/lib/exports/download'
import { exportLeads } from '@/lib/exports/export-leads'

/** What a list shows, as a file for a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  return downloadOf(await actorOrNull(), request, 'leads.csv', exportLeads)
}
