import { inputOf } from '@/lib/api/input-of'
import { json, resource, write } from '@/lib/api/resource'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  POST: write(async ({ actor, id, body, once }) =>
    json(await acceptHandoff(actor, inputOf(body, { handoffId: id }), { once })),
  ),
})
