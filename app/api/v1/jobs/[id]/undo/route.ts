import { inputOf } from '@/lib/api/input-of'
import { json, resource, write } from '@/lib/api/resource'
import { undoBulkAction } from '@/lib/bulk/undo-bulk-action'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  POST: write(async ({ actor, id, body, once }) =>
    json(await undoBulkAction(actor, inputOf(body, { bulkActionId: id }), { once })),
  ),
})
