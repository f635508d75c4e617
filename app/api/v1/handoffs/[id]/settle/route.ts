import { inputOf } from '@/lib/api/input-of'
import { json, resource, write } from '@/lib/api/resource'
import { settleRepair } from '@/lib/handoffs/settle-repair'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  POST: write(async ({ actor, id, body, once }) =>
    json(await settleRepair(actor, inputOf(body, { handoffId: id }), { once })),
  ),
})
