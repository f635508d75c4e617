import { read, resource } from '@/lib/api/resource'
import { csvAnswer } from '@/lib/exports/csv-answer'
import { exportTouchpoints } from '@/lib/exports/export-touchpoints'
import { leadFilters } from '@/lib/leads/filters'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read(leadFilters, async ({ actor, query }) => csvAnswer('touchpoints.csv', exportTouchpoints(actor, query))),
})
