import { json, nothing, resource, write } from '@/lib/api/resource'
import { takeNextHandoff } from '@/lib/handoffs/take-next-handoff'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  POST: write(async ({ actor, body, once }) => {
    const handoff = await takeNextHandoff(actor, body, { once })
    return handoff ? json(handoff) : nothing()
  }),
})
