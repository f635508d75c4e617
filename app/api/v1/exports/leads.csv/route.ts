import { read, resource } from '@/lib/api/resource'
import { csvAnswer } from '@/lib/exports/csv-answer'
import { exportLeads } from '@/lib/exports/export-leads'
import { leadFilters } from '@/lib/leads/filters'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read(leadFilters, async ({ actor, query }) => csvAnswer('leads.csv', exportLeads(actor, query))),
})
