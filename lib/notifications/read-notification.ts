import 'server-only'
import { command } from '@/lib/command'
import { notificationIdInput } from '@/lib/notifications/input'
import { getNotification } from '@/lib/notifications/queries'
import { settleUnread } from '@/lib/notifications/settle-unread'
import { Prisma } from '@/prisma/generated/client'

/** Marks one of the actor's own notifications as read; when it was first read stays. Throws NOT_FOUND. */
export const readNotification = command(
  { ability: 'notification.own', input: notificationIdInput },
  async ({ tx, actor, input: { notificationId: id }, now }) => {
    await settleUnread(tx, actor.id, Prisma.sql`n.id = ${id}::uuid`, now)
    return getNotification(actor, id, tx)
  },
)
