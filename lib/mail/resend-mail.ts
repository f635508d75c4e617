import 'server-only'
import { command } from '@/lib/command'
import { conflict } from '@/lib/errors'
import { mailIdInput } from '@/lib/mail/input'
import { getMail } from '@/lib/mail/queries'

/**
 * Puts a mail that was kept or has failed into the outbox again. It is put into words anew, and not sent where nothing of
 * it has a reason any more.
 *
 * Throws NOT_FOUND, and CONFLICT for a mail that is sent, waits or is not needed.
 */
export const resendMail = command(
  { ability: 'mail.read', input: mailIdInput },
  async ({ tx, actor, input: { mailId: id }, now }) => {
    const { count } = await tx.mail.updateMany({
      where: { id, state: { in: ['kept', 'failed'] } },
      data: { state: 'waiting', tries: 0, nextTryAt: now, settledAt: null },
    })
    const mail = await getMail(actor, id, tx)
    if (count === 0) throw conflict('Only a mail that was kept or has failed is sent again.')
    return mail
  },
)
