import { json, read, resource } from '@/lib/api/resource'
import { reportParameters } from '@/lib/reports/filters'
import { timeInStageReport } from '@/lib/reports/queries'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read(reportParameters, async ({ actor, query }) => json(await timeInStageReport(actor, query, new Date()))),
})
