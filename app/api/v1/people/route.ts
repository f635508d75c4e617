import { json, read, resource } from '@/lib/api/resource'
import { pageParameters } from '@/lib/page'
import { listPeoplePage } from '@/lib/people/list-people'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read(pageParameters, async ({ actor, query }) => json(await listPeoplePage(actor, query))),
})
