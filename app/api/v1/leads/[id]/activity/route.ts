import { json, read, resource } from '@/lib/api/resource'
import { listActivity } from '@/lib/activity/list-activity'
import { pageParameters } from '@/lib/page'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read(pageParameters, async ({ actor, id, query }) => json(await listActivity(actor, { leadId: id, ...query }))),
})
