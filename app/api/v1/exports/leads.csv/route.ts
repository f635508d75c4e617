import { read, resource } from '@/lib/api/resource'
import { csvAnswer } from '@/lib/exports/csv-answer'
import { exportLeads } from '@/lib/exports/export-leads'
import { columnsParameter, exportParameters } from '@/lib/exports/input'
import { leadFilters } from '@/lib/leads/filters'

const parameters = { ...leadFilters, ...columnsParameter, ...exportParameters }

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read(parameters, async ({ actor, query: { raw, columns, ...filters } }) =>
    csvAnswer('leads.csv', exportLeads(actor, { filters }, columns), raw === '1' ? 'raw' : 'programs'),
  ),
})
