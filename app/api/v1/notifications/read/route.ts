import { json, resource, write } from '@/lib/api/resource'
import { readNotifications } from '@/lib/notifications/read-notifications'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  POST: write(async ({ actor, body, once }) => json(await readNotifications(actor, body, { once }))),
})
