import { inputOf } from '@/lib/api/input-of'
import { json, resource, write } from '@/lib/api/resource'
import { cancelBulkAction } from '@/lib/bulk/cancel-bulk-action'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  POST: write(async ({ actor, id, body, once }) =>
    json(await cancelBulkAction(actor, inputOf(body, { bulkActionId: id }), { once })),
  ),
})
