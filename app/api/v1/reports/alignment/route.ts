import { json, read, resource } from '@/lib/api/resource'
import { reportParameters } from '@/lib/reports/filters'
import { alignmentReport } from '@/lib/reports/team-reports'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read(reportParameters, async ({ actor, query }) => json(await alignmentReport(actor, query, new Date()))),
})
