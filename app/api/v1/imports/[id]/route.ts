import { json, read, resource } from '@/lib/api/resource'
import { getImport } from '@/lib/imports/queries'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read({}, async ({ actor, id }) => json(await getImport(actor, id))),
})
