import 'server-only'
import type { Tx } from '@/lib/db'
import { notificationsFrom, stands } from '@/lib/notifications/stands-sql'
import { Prisma } from '@/prisma/generated/client'

/**
 * A step: the unread notifications `n` of a person are read; those whose reason has gone are ended instead, or they would
 * come up again among what was read. Returns how many were read.
 */
export async function settleUnread(tx: Tx, personId: string, which: Prisma.Sql, now: Date): Promise<number> {
  const rows = await tx.$queryRaw<{ isRead: boolean }[]>(Prisma.sql`
    with judged as (
      select n.id, ${stands} as stands from ${notificationsFrom}
      where n.person_id = ${personId}::uuid and n.read_at is null and n.ended_at is null and ${which}
    )
    update notification n
    set read_at = case when stands then ${now}::timestamptz end, ended_at = case when stands then null else ${now}::timestamptz end
    from judged where judged.id = n.id and n.read_at is null
    returning stands as "isRead"`)
  return rows.filter(({ isRead }) => isRead).length
}
