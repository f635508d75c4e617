import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import { type BrowsedPage, keyset, type KeysetRow } from '@/lib/keyset'
import {
  notificationColumns,
  type NotificationRow,
  notificationShape,
  type NotificationShape,
} from '@/lib/notifications/notification-shape'
import { isTheirs, notificationsFrom, stands } from '@/lib/notifications/stands-sql'
import { defaultLimit } from '@/lib/page'
import { companySettings } from '@/lib/settings/queries'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

const sorts = { at: { column: sql`n.at`, type: 'time', isAlwaysThere: true } } as const

/** What the bell has: what is unread while its reason stands, and, unless only that is asked for, what was read. */
const inBell = (actor: Actor, unread = false) => sql`n.person_id = ${actor.id}::uuid and n.via <> 'digest'
  and n.ended_at is null and ${isTheirs}
  and (${unread ? sql`false` : sql`n.read_at is not null`} or n.read_at is null and ${stands})`

type NotificationList = {
  /** Those alone that are still to be read. */
  unread?: boolean | undefined
  /** 1 to 200 */
  limit?: number | undefined
  cursor?: string | undefined
}

/** A page of the actor's own notifications, the latest first. Throws INVALID for a cursor of another list. */
export async function listNotifications(
  actor: Actor,
  list: NotificationList = {},
): Promise<BrowsedPage<NotificationShape>> {
  authorise(actor, 'notification.own')
  const { unread, limit = defaultLimit, cursor } = list
  const { timeZone } = await companySettings()
  const { value, after, orderBy, page } = keyset(sorts, sql`n.id`, { sort: '-at', cursor })
  const rows = await db.$queryRaw<(NotificationRow & KeysetRow)[]>(sql`
    select ${notificationColumns}, ${value} as value from ${notificationsFrom}
    where ${inBell(actor, unread)} and ${after}
    order by ${orderBy} limit ${limit + 1}`)
  const { data, ...cursors } = page(rows, limit)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    data: data.flatMap((id) => {
      const row = byId.get(id)
      return row ? [notificationShape(row, timeZone)] : []
    }),
    ...cursors,
  }
}

/** How many notifications the actor has. */
export async function countNotifications(actor: Actor, { unread }: Pick<NotificationList, 'unread'>): Promise<number> {
  authorise(actor, 'notification.own')
  const [row] = await db.$queryRaw<{ count: number }[]>(sql`
    select count(*)::int as count from ${notificationsFrom} where ${inBell(actor, unread)}`)
  return row?.count ?? 0
}
