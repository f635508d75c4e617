import { inputOf } from '@/lib/api/input-of'
import { json, resource, write } from '@/lib/api/resource'
import { rateHandoff } from '@/lib/handoffs/rate-handoff'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  POST: write(async ({ actor, id, body, once }) =>
    json(await rateHandoff(actor, inputOf(body, { handoffId: id }), { once })),
  ),
})
