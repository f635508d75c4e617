import { json, read, resource } from '@/lib/api/resource'
import { reportParameters } from '@/lib/reports/filters'
import { handoffsReport } from '@/lib/reports/queries'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read(reportParameters, async ({ actor, query }) => json(await handoffsReport(actor, query, new Date()))),
})
