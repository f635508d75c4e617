import { inputOf } from '@/lib/api/input-of'
import { json, resource, write } from '@/lib/api/resource'
import { returnHandoff } from '@/lib/handoffs/return-handoff'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  POST: write(async ({ actor, id, body, once }) =>
    json(await returnHandoff(actor, inputOf(body, { handoffId: id }), { once })),
  ),
})
