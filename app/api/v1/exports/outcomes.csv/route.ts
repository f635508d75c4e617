import { read, resource } from '@/lib/api/resource'
import { csvAnswer } from '@/lib/exports/csv-answer'
import { exportOutcomes } from '@/lib/exports/export-outcomes'
import { exportParameters } from '@/lib/exports/input'
import { leadFilters } from '@/lib/leads/filters'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read({ ...leadFilters, ...exportParameters }, async ({ actor, query: { raw, ...filters } }) =>
    csvAnswer('outcomes.csv', exportOutcomes(actor, filters), raw === '1' ? 'raw' : 'programs'),
  ),
})
