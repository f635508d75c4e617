import { json, read, resource } from '@/lib/api/resource'
import { oneOf } from '@/lib/fields'
import { reportParameters } from '@/lib/reports/filters'
import { channelsReport } from '@/lib/reports/team-reports'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read({ ...reportParameters, per: oneOf(['week', 'month']).optional() }, async ({ actor, query }) =>
    json(await channelsReport(actor, query, new Date())),
  ),
})
