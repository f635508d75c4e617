import 'server-only'
import * as z from 'zod'
import { revokeSession } from '@/lib/access/sessions'
import { command } from '@/lib/command'
import { notFound } from '@/lib/errors'
import { uuid } from '@/lib/fields'

/** Signs one of one's own devices out. Doing it twice is fine. Throws NOT_FOUND for anybody else's session. */
export const endSession = command(
  { ability: 'key.own', input: z.strictObject({ sessionId: uuid }) },
  async ({ tx, actor, input: { sessionId }, now }) => {
    const session = await tx.session.findFirst({ where: { id: sessionId, personId: actor.id }, select: { id: true } })
    if (!session) throw notFound('session')
    await revokeSession(tx, session.id, now)
    return session
  },
)
