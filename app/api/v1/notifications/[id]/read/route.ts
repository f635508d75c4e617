import { inputOf } from '@/lib/api/input-of'
import { json, resource, write } from '@/lib/api/resource'
import { readNotification } from '@/lib/notifications/read-notification'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  POST: write(async ({ actor, id, body, once }) =>
    json(await readNotification(actor, inputOf(body, { notificationId: id }), { once })),
  ),
})
