import 'server-only'
import { revokeSessions } from '@/lib/access/sessions'
import { command } from '@/lib/command'
import { passOnGiven } from '@/lib/handoffs/pass-on-given'
import { personIdInput } from '@/lib/people/input'
import { keepAnAdmin, lockPerson } from '@/lib/people/lock-person'
import { personFields } from '@/lib/people/person-shape'

/**
 * Lets a person in no more: their sessions end and their keys are revoked, for good. What they did and the leads that
 * they have stay theirs until somebody reassigns them; what only waits for them is open to all. Doing it twice is fine.
 * Throws CONFLICT for the last admin.
 */
export const deactivatePerson = command(
  { ability: 'people.manage', input: personIdInput },
  async ({ tx, input: { personId }, now }) => {
    await keepAnAdmin(tx, personId)
    const person = await lockPerson(tx, personId)
    if (!person.deactivatedAt) {
      await tx.person.update({ where: { id: personId }, data: { deactivatedAt: now } })
      await passOnGiven(tx, person, { why: 'gone', now })
      await revokeSessions(tx, personId, now)
      await tx.apiKey.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: now } })
    }
    return tx.person.findUniqueOrThrow({ where: { id: personId }, select: personFields })
  },
)
