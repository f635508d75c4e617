import { inputOf } from '@/lib/api/input-of'
import { json, resource, write } from '@/lib/api/resource'
import { cancelImport } from '@/lib/imports/cancel-import'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  POST: write(async ({ actor, id, body, once }) =>
    json(await cancelImport(actor, inputOf(body, { importId: id }), { once })),
  ),
})
