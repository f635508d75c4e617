import { etagOf } from '@/lib/api/if-match'
import { inputOf } from '@/lib/api/input-of'
import { json, resource, write } from '@/lib/api/resource'
import { closeLead } from '@/lib/leads/close-lead'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  POST: write(async ({ actor, id, body, once }) => {
    const lead = await closeLead(actor, inputOf(body, { leadId: id }), { once })
    return json(lead, { headers: etagOf(lead) })
  }),
})
