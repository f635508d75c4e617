import { inputOf } from '@/lib/api/input-of'
import { json, read, resource, write } from '@/lib/api/resource'
import { pageParameters } from '@/lib/page'
import { listTouchpoints } from '@/lib/touchpoints/list-touchpoints'
import { logTouch } from '@/lib/touchpoints/log-touch'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read(pageParameters, async ({ actor, id, query }) =>
    json(await listTouchpoints(actor, { leadId: id, ...query })),
  ),
  POST: write(async ({ actor, id, body, once }) =>
    json(await logTouch(actor, inputOf(body, { leadId: id }), { once }), { status: 201 }),
  ),
})
