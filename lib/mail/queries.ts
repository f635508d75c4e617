import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db, type Tx } from '@/lib/db'
import { notFound } from '@/lib/errors'
import { mailInclude, mailShape } from '@/lib/mail/mail-shape'

/** A mail with its words as they were sent, kept or refused. Throws NOT_FOUND. */
export async function getMail(actor: Actor, id: string, tx: Tx = db) {
  authorise(actor, 'mail.read')
  const mail = await tx.mail.findUnique({ where: { id }, include: mailInclude })
  if (!mail) throw notFound('mail')
  return { ...mailShape(mail), text: mail.text, html: mail.html }
}

/** Whether the actor gets the numbers of the week by mail. */
export async function getsWeeklyReport(actor: Actor): Promise<boolean> {
  authorise(actor, 'report.read')
  return (await db.person.count({ where: { id: actor.id, weeklyReportSince: { not: null } } })) > 0
}
