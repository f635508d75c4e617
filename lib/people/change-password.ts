import 'server-only'
import { hashPassword, isPasswordOf } from '@/lib/access/password'
import { revokeSessions } from '@/lib/access/sessions'
import { command } from '@/lib/command'
import { invalid } from '@/lib/errors'
import { changePasswordInput } from '@/lib/people/input'
import { lockPerson } from '@/lib/people/lock-person'

/**
 * Changes one's own password. The old one is asked for, so that an open screen is not enough; all other sessions end,
 * and `ended` says how many. Throws INVALID at `oldPassword` when it is wrong.
 */
export const changePassword = command(
  { ability: 'key.own', input: changePasswordInput },
  async ({ tx, actor, input, now }) => {
    await lockPerson(tx, actor.id)
    const { passwordHash } = await tx.person.findUniqueOrThrow({
      where: { id: actor.id },
      select: { passwordHash: true },
    })
    if (!(await isPasswordOf(passwordHash, input.oldPassword)))
      throw invalid({ oldPassword: 'This is not your present password.' })
    await tx.person.update({ where: { id: actor.id }, data: { passwordHash: await hashPassword(input.newPassword) } })
    return { ended: await revokeSessions(tx, actor.id, now, input.keepSessionId) }
  },
)
