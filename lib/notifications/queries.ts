import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { db, type Tx } from '@/lib/db'
import { notFound } from '@/lib/errors'
import {
  notificationColumns,
  type NotificationRow,
  notificationShape,
  type NotificationShape,
} from '@/lib/notifications/notification-shape'
import { isTheirs, notificationsFrom } from '@/lib/notifications/stands-sql'
import { companySettings } from '@/lib/settings/queries'
import { Prisma } from '@/prisma/generated/client'

/** One of the actor's own notifications, also one whose reason has gone: a mail still leads to it. Throws NOT_FOUND. */
export async function getNotification(actor: Actor, id: string, tx: Tx = db): Promise<NotificationShape> {
  const [row] = await tx.$queryRaw<NotificationRow[]>(Prisma.sql`
    select ${notificationColumns} from ${notificationsFrom}
    where n.id = ${id}::uuid and n.person_id = ${actor.id}::uuid and ${isTheirs}`)
  if (!row) throw notFound('notification')
  return notificationShape(row, (await companySettings(tx)).timeZone)
}
