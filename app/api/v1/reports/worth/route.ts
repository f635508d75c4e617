import { json, read, resource } from '@/lib/api/resource'
import { reportParameters } from '@/lib/reports/filters'
import { worthAnswer } from '@/lib/reports/team-reports'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read(reportParameters, async ({ actor, query }) => json(await worthAnswer(actor, query, new Date()))),
})
