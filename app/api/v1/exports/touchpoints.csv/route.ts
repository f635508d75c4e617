import { read, resource } from '@/lib/api/resource'
import { csvAnswer } from '@/lib/exports/csv-answer'
import { exportTouchpoints } from '@/lib/exports/export-touchpoints'
import { exportParameters } from '@/lib/exports/input'
import { leadFilters } from '@/lib/leads/filters'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read({ ...leadFilters, ...exportParameters }, async ({ actor, query: { raw, ...filters } }) =>
    csvAnswer('touchpoints.csv', exportTouchpoints(actor, filters), raw === '1' ? 'raw' : 'programs'),
  ),
})
