import 'server-only'
import { command } from '@/lib/command'
import { readNotificationsInput } from '@/lib/notifications/input'
import { settleUnread } from '@/lib/notifications/settle-unread'
import { Prisma } from '@/prisma/generated/client'

/** Marks all of the actor's notifications in the bell as read. Returns how many there were. */
export const readNotifications = command(
  { ability: 'notification.own', input: readNotificationsInput },
  async ({ tx, actor, now }) => ({
    read: await settleUnread(tx, actor.id, Prisma.sql`n.via <> 'digest'`, now),
  }),
)
