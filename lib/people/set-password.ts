import 'server-only'
import { hashPassword } from '@/lib/access/password'
import { revokeSessions } from '@/lib/access/sessions'
import { command } from '@/lib/command'
import { setPasswordInput } from '@/lib/people/input'
import { lockPerson } from '@/lib/people/lock-person'
import { personFields } from '@/lib/people/person-shape'

/** Gives a person who forgot theirs a new password, and ends all their sessions. */
export const setPassword = command(
  { ability: 'people.manage', input: setPasswordInput },
  async ({ tx, input: { personId, password }, now }) => {
    const passwordHash = await hashPassword(password)
    await lockPerson(tx, personId)
    await revokeSessions(tx, personId, now)
    return tx.person.update({ where: { id: personId }, data: { passwordHash }, select: personFields })
  },
)
