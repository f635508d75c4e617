import 'server-only'
import { db } from '@/lib/db'
import { endReasonless } from '@/lib/notifications/end-reasonless'

const dayMs = 24 * 60 * 60 * 1000

/**
 * Days that are kept: ended sessions, answers to repeated requests, uploaded files (to import them again), notifications
 * and mails, and which leads have changed.
 */
const keptDays = { sessions: 7, idempotentAnswers: 3, importedFiles: 30, notifications: 90, leadChanges: 1 }

/** Throws away what nobody needs any more. */
export async function sweep(now = new Date()): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * dayMs)
  const ended = ago(keptDays.sessions)
  await db.session.deleteMany({ where: { OR: [{ expiresAt: { lt: ended } }, { revokedAt: { lt: ended } }] } })
  await db.idempotentAnswer.deleteMany({ where: { createdAt: { lt: ago(keptDays.idempotentAnswers) } } })
  await endReasonless(now)
  await db.leadChange.deleteMany({ where: { at: { lt: ago(keptDays.leadChanges) } } })
  const told = ago(keptDays.notifications)
  await db.notification.deleteMany({ where: { at: { lt: told } } })
  await db.mail.deleteMany({ where: { createdAt: { lt: told }, notifications: { none: {} } } })
  await db.importChunk.deleteMany({
    where: { import: { createdAt: { lt: ago(keptDays.importedFiles) }, status: { notIn: ['running', 'reverting'] } } },
  })
}
