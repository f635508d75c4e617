import { inputOf } from '@/lib/api/input-of'
import { json, resource, write } from '@/lib/api/resource'
import { withdrawHandoff } from '@/lib/handoffs/withdraw-handoff'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  POST: write(async ({ actor, id, body, once }) =>
    json(await withdrawHandoff(actor, inputOf(body, { handoffId: id }), { once })),
  ),
})
