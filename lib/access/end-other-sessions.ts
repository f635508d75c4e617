import 'server-only'
import * as z from 'zod'
import { revokeSessions } from '@/lib/access/sessions'
import { command } from '@/lib/command'
import { uuid } from '@/lib/fields'

/** Signs oneself out everywhere but in this session; `ended` says in how many. */
export const endOtherSessions = command(
  { ability: 'key.own', input: z.strictObject({ keepSessionId: uuid }) },
  async ({ tx, actor, input: { keepSessionId }, now }) => ({
    ended: await revokeSessions(tx, actor.id, now, keepSessionId),
  }),
)
