import { json, read, resource } from '@/lib/api/resource'
import { getImport, listKept } from '@/lib/imports/queries'
import { pageParameters } from '@/lib/page'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read(pageParameters, async ({ actor, id, query }) => {
    const { id: importId } = await getImport(actor, id)
    const { data, nextCursor } = await listKept(actor, importId, query)
    return json({ data, nextCursor })
  }),
})
