import 'server-only'
import { db } from '@/lib/db'
import { notificationsFrom, stands } from '@/lib/notifications/stands-sql'
import { Prisma } from '@/prisma/generated/client'

/** Ends the unread notifications whose reason has gone. They are shown no more anyway; ended, they need not be judged again. */
export async function endReasonless(now = new Date()): Promise<void> {
  await db.$executeRaw(Prisma.sql`
    update notification set ended_at = ${now} where id in (
      select n.id from ${notificationsFrom}
      where n.read_at is null and n.ended_at is null and not ${stands} for update of n skip locked
    )`)
}
