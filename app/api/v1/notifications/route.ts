import { json, read, resource } from '@/lib/api/resource'
import { notificationFilters } from '@/lib/notifications/input'
import { listNotifications } from '@/lib/notifications/list-notifications'
import { pageParameters } from '@/lib/page'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read({ ...notificationFilters, ...pageParameters }, async ({ actor, query }) => {
    const { data, nextCursor } = await listNotifications(actor, query)
    return json({ data, nextCursor })
  }),
})
