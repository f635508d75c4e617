import { actorOrNull } from '@/lib/access/current-actor'
import { downloadOf } from '@/lib/exports/download'
import { exportTouchpoints } from '@/lib/exports/export-touchpoints'
import { leadFilters } from '@/lib/leads/filters'

/** What a list shows, as a file for a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  return downloadOf(await actorOrNull(), new URL(request.url), 'touchpoints.csv', leadFilters, exportTouchpoints)
}
