import { json, read, resource } from '@/lib/api/resource'
import { periodParameters } from '@/lib/reports/period'
import { touchesToWinReport } from '@/lib/reports/queries'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read(periodParameters, async ({ actor, query }) => json(await touchesToWinReport(actor, query, new Date()))),
})
