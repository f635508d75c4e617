import { actorOrNull } from '@/lib/access/current-actor'
import { downloadOf } from '@/lib/exports/download'
import { exportHandoffs } from '@/lib/exports/export-handoffs'
import { oneOf } from '@/lib/fields'
import { handoffPageFilters } from '@/lib/handoffs/filters'
import { handoffViews } from '@/lib/handoffs/views'

const parameters = { view: oneOf(handoffViews).optional(), ...handoffPageFilters }

/** What the Handoffs page shows, as a file for a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  return downloadOf(await actorOrNull(), new URL(request.url), 'handoffs.csv', parameters, (actor, shown) =>
    exportHandoffs(actor, shown),
  )
}
