import { json, read, resource, write } from '@/lib/api/resource'
import { chooseNotifications } from '@/lib/notifications/choose-notifications'
import { notificationChoices } from '@/lib/notifications/choices'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read({}, async ({ actor }) => json({ choices: await notificationChoices(actor) })),
  PUT: write(async ({ actor, body, once }) => json({ choices: await chooseNotifications(actor, body, { once }) })),
})
