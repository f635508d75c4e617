import { json, read, resource } from '@/lib/api/resource'
import { getBulkAction } from '@/lib/bulk/queries'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read({}, async ({ actor, id }) => json(await getBulkAction(actor, id))),
})
