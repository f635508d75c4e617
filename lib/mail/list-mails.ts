import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import { type BrowsedPage, keyset, type KeysetRow } from '@/lib/keyset'
import { mailInclude, mailShape, type MailShape } from '@/lib/mail/mail-shape'
import { defaultLimit } from '@/lib/page'
import { Prisma } from '@/prisma/generated/client'
import type { MailState } from '@/prisma/generated/enums'

const { sql } = Prisma

const sorts = { createdAt: { column: sql`m.created_at`, type: 'time', isAlwaysThere: true } } as const

type MailList = { state?: MailState | undefined; limit?: number | undefined; cursor?: string | undefined }

/** A page of all mails that Baton wrote, the latest first. Throws INVALID for a cursor of another list. */
export async function listMails(actor: Actor, list: MailList = {}): Promise<BrowsedPage<MailShape>> {
  authorise(actor, 'mail.read')
  const { state, limit = defaultLimit, cursor } = list
  const { value, after, orderBy, page } = keyset(sorts, sql`m.id`, { sort: '-createdAt', cursor })
  const found = await db.$queryRaw<KeysetRow[]>(sql`
    select m.id, ${value} as value from mail m
    where ${state ? sql`m.state = ${state}::"MailState"` : sql`true`} and ${after}
    order by ${orderBy} limit ${limit + 1}`)
  const { data: ids, ...cursors } = page(found, limit)
  const rows = await db.mail.findMany({
    where: { id: { in: ids } },
    include: mailInclude,
    omit: { text: true, html: true },
  })
  const byId = new Map(rows.map((row) => [row.id, mailShape(row)]))
  return { data: ids.flatMap((id) => byId.get(id) ?? []), ...cursors }
}

/** How many mails there are by how they stand. */
export async function countMails(actor: Actor): Promise<Record<MailState, number>> {
  authorise(actor, 'mail.read')
  const counted = await db.mail.groupBy({ by: ['state'], _count: true })
  const none = { waiting: 0, kept: 0, sent: 0, failed: 0, dropped: 0 }
  return { ...none, ...Object.fromEntries(counted.map(({ state, _count }) => [state, _count])) }
}
