import { etagOf } from '@/lib/api/if-match'
import { json, read, resource, write } from '@/lib/api/resource'
import { createLead } from '@/lib/leads/create-lead'
import { leadFilters, leadSortParameter } from '@/lib/leads/filters'
import { listLeads } from '@/lib/leads/list-leads'
import { pageParameters } from '@/lib/page'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read({ ...leadFilters, ...pageParameters, sort: leadSortParameter }, async ({ actor, query }) => {
    const { sort, limit, cursor, ...filters } = query
    return json(await listLeads(actor, { filters, sort, limit, cursor }))
  }),
  POST: write(async ({ actor, body, once }) => {
    const lead = await createLead(actor, body, { once })
    return json(lead, { status: 201, headers: { ...etagOf(lead), Location: `/api/v1/leads/${lead.id}` } })
  }),
})
