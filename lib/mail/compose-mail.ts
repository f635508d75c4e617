import 'server-only'
import { can } from '@/lib/access/permissions'
import type { Tx } from '@/lib/db'
import { formatDay } from '@/lib/format/format-time'
import { mailContent } from '@/lib/mail/mail-content'
import { origin } from '@/lib/mail/origin'
import type { ReadyMail } from '@/lib/mail/smtp'
import { notificationColumns, type NotificationRow, notificationShape } from '@/lib/notifications/notification-shape'
import { isTheirs, notificationsFrom, stands } from '@/lib/notifications/stands-sql'
import { companySettings } from '@/lib/settings/queries'
import { Prisma } from '@/prisma/generated/client'

/**
 * A step: a mail as it is to be sent now, with what of it has still a reason and is not read yet; null when nothing has, or
 * its person has left. The report of a week was put into words when it was written.
 */
export async function composeMail(tx: Tx, id: string): Promise<ReadyMail | null> {
  const { digestOn, person, weekOf, subject, text, html } = await tx.mail.findUniqueOrThrow({
    where: { id },
    include: { person: true },
  })
  if (person.deactivatedAt) return null
  const to = { name: person.name, address: person.email }
  if (weekOf) return can(person, 'report.read') && subject && text && html ? { id, to, subject, text, html } : null
  const { companyName, timeZone } = await companySettings(tx)
  const rows = await tx.$queryRaw<NotificationRow[]>(Prisma.sql`
    select ${notificationColumns} from ${notificationsFrom}
    where n.mail_id = ${id}::uuid and n.read_at is null and n.ended_at is null and ${isTheirs} and ${stands}
    order by n.at, n.id`)
  if (rows.length === 0) return null
  const items = rows.map((row) => {
    const { title, detail, lead } = notificationShape(row, timeZone)
    return { title, detail, about: lead?.company ?? null, href: `${origin()}/notifications/${row.id}` }
  })
  const content = mailContent({
    items,
    digestOf: digestOn && formatDay(digestOn, 'UTC'),
    company: companyName,
    choicesHref: `${origin()}/settings/notifications`,
  })
  return { id, to, ...content }
}
