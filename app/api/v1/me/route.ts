import { json, read, resource } from '@/lib/api/resource'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read({}, async ({ actor }) => json(actor)),
})
