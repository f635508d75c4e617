import { inputOf } from '@/lib/api/input-of'
import { json, resource, write } from '@/lib/api/resource'
import { getBulkAction } from '@/lib/bulk/queries'
import { settleHeldOffers } from '@/lib/bulk/settle-held-offers'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  POST: write(async ({ actor, id, body, once }) => {
    await settleHeldOffers(actor, inputOf(body, { bulkActionId: id }), { once })
    return json(await getBulkAction(actor, id))
  }),
})
