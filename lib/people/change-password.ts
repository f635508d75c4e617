import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { hashPassword, isPasswordOf } from '@/lib/access/password'
import { revokeSessions } from '@/lib/access/sessions'
import { countTry, forgetTry } from '@/lib/access/sign-in-tries'
import { command } from '@/lib/command'
import { invalid } from '@/lib/errors'
import { changePasswordInput } from '@/lib/people/input'
import { lockPerson } from '@/lib/people/lock-person'

const change = command({ ability: 'key.own', input: changePasswordInput }, async ({ tx, actor, input, now }) => {
  await lockPerson(tx, actor.id)
  const person = await tx.person.findUniqueOrThrow({ where: { id: actor.id }, select: { passwordHash: true } })
  if (!(await isPasswordOf(person.passwordHash, input.oldPassword)))
    throw invalid({ oldPassword: 'This is not your present password.' })
  await tx.person.update({ where: { id: actor.id }, data: { passwordHash: await hashPassword(input.newPassword) } })
  return { ended: await revokeSessions(tx, actor.id, now, input.keepSessionId) }
})

/**
 * Changes one's own password. The old one is asked for, so that an open screen is not enough, and may be guessed no
 * oftener than at the sign-in page. All other sessions end; `ended` says how many.
 *
 * Throws INVALID at `oldPassword` when it is wrong, TOO_MANY.
 */
export async function changePassword(actor: Actor, input: unknown): Promise<{ ended: number }> {
  const attempt = { address: `account ${actor.id}`, email: actor.email }
  await countTry(attempt)
  const changed = await change(actor, input)
  await forgetTry(attempt)
  return changed
}
