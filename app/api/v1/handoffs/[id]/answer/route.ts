import { inputOf } from '@/lib/api/input-of'
import { json, resource, write } from '@/lib/api/resource'
import { answerRepair } from '@/lib/handoffs/answer-repair'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  POST: write(async ({ actor, id, body, once }) =>
    json(await answerRepair(actor, inputOf(body, { handoffId: id }), { once })),
  ),
})
