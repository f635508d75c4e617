import { inputOf } from '@/lib/api/input-of'
import { json, resource, write } from '@/lib/api/resource'
import { revertImport } from '@/lib/imports/revert-import'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  POST: write(async ({ actor, id, body, once }) => {
    const reverting = await revertImport(actor, inputOf(body, { importId: id }), { once })
    return json(reverting, { status: reverting.status === 'reverted' ? 200 : 202 })
  }),
})
