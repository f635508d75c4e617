import { actorOrNull } from '@/lib/access/current-actor'
import { downloadOf } from '@/lib/exports/download'
import { exportCompanies } from '@/lib/exports/export-companies'
import { text } from '@/lib/fields'

/** What the list of companies shows, as a file for a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  return downloadOf(
    await actorOrNull(),
    new URL(request.url),
    'companies.csv',
    { q: text(200).optional() },
    exportCompanies,
  )
}
