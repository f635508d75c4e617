import { json, read, resource } from '@/lib/api/resource'
import { reportParameters } from '@/lib/reports/filters'
import { repsReport } from '@/lib/reports/queries'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read(reportParameters, async ({ actor, query }) => json(await repsReport(actor, query, new Date()))),
})
