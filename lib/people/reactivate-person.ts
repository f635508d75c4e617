import 'server-only'
import { command } from '@/lib/command'
import { personIdInput } from '@/lib/people/input'
import { lockPerson } from '@/lib/people/lock-person'
import { personFields } from '@/lib/people/person-shape'

/** Lets a deactivated person sign in again, with the password and role they had. Doing it twice is fine. */
export const reactivatePerson = command(
  { ability: 'people.manage', input: personIdInput },
  async ({ tx, input: { personId } }) => {
    await lockPerson(tx, personId)
    return tx.person.update({ where: { id: personId }, data: { deactivatedAt: null }, select: personFields })
  },
)
