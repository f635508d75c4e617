import { inputOf } from '@/lib/api/input-of'
import { json, resource, write } from '@/lib/api/resource'
import { voidTouch } from '@/lib/touchpoints/void-touch'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  DELETE: write(async ({ actor, id, body }) => json(await voidTouch(actor, inputOf(body, { touchpointId: id })))),
})
