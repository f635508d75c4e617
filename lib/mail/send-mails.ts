import 'server-only'
import { db, type Tx } from '@/lib/db'
import { log } from '@/lib/log'
import { composeMail } from '@/lib/mail/compose-mail'
import { failureOf, hasSmtp, sendBySmtp } from '@/lib/mail/smtp'
import type { Prisma } from '@/prisma/generated/client'

const minute = 60_000
/** Milliseconds until a mail that could not be sent is tried again, by how often it was tried; after the last it has failed. */
const pauses = [1, 5, 15, 60, 240, 720].map((minutes) => minutes * minute)

/**
 * Sends the mails that are due, one a transaction that holds its row, so that no two processes send the same and a killed
 * one leaves it as it was. One that was handed over just before the kill goes out again, with the same Message-ID. What has
 * no reason any more is not sent; without SMTP_URL it is kept. Returns how many were settled.
 */
export async function sendMails(now: Date = new Date()): Promise<number> {
  for (let settled = 0; ; settled++) {
    const fate = await db.$transaction((tx) => sendNext(tx, now), { maxWait: 20_000, timeout: 120_000 })
    if (fate === 'none' || fate === 'away') return settled
  }
}

/** Away: the server is, so that the others need not be tried now. */
async function sendNext(tx: Tx, now: Date): Promise<'settled' | 'none' | 'away'> {
  const [due] = await tx.$queryRaw<{ id: string; tries: number }[]>`
    select id, tries from mail where state = 'waiting' and next_try_at <= ${now}
    order by next_try_at, id limit 1 for update skip locked`
  if (!due) return 'none'
  const settle = async (data: Prisma.MailUpdateInput) => {
    await tx.mail.update({ where: { id: due.id }, data: { settledAt: now, failure: null, ...data } })
    return 'settled' as const
  }
  const mail = await composeMail(tx, due.id)
  if (!mail) return settle({ state: 'dropped' })
  const { to, subject, text, html } = mail
  const written = { recipient: to.address, subject, text, html }
  if (!hasSmtp()) return settle({ state: 'kept', ...written })
  try {
    await sendBySmtp(mail)
    return await settle({ state: 'sent', ...written })
  } catch (error) {
    const { kind, why } = failureOf(error)
    log.warn({ err: error, mail: due.id }, 'A mail could not be sent')
    const pause = kind === 'refused' ? undefined : pauses[due.tries]
    const tries = due.tries + 1
    if (pause === undefined) return settle({ state: 'failed', tries, failure: why, ...written })
    const nextTryAt = new Date(now.getTime() + pause)
    await tx.mail.update({ where: { id: due.id }, data: { tries, failure: why, nextTryAt } })
    return kind === 'away' ? 'away' : 'settled'
  }
}
