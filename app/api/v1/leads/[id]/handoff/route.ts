import { inputOf } from '@/lib/api/input-of'
import { json, resource, write } from '@/lib/api/resource'
import { offerLead } from '@/lib/handoffs/offer-lead'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  POST: write(async ({ actor, id, body, once }) =>
    json(await offerLead(actor, inputOf(body, { leadId: id }), { once }), { status: 201 }),
  ),
})
