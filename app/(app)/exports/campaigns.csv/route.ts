import { actorOrNull } from '@/lib/access/current-actor'
import { downloadOf } from '@/lib/exports/download'
import { exportCampaigns } from '@/lib/exports/export-campaigns'
import { text } from '@/lib/fields'

/** What the list of campaigns shows, as a file for a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  return downloadOf(
    await actorOrNull(),
    new URL(request.url),
    'campaigns.csv',
    { q: text(200).optional() },
    exportCampaigns,
  )
}
