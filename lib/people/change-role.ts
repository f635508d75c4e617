import 'server-only'
import { command } from '@/lib/command'
import { passOnGiven } from '@/lib/handoffs/pass-on-given'
import { changeRoleInput } from '@/lib/people/input'
import { keepAnAdmin, lockPerson } from '@/lib/people/lock-person'
import { personFields } from '@/lib/people/person-shape'

/** Gives a person another role, which holds from their next click. Throws CONFLICT when it would leave no admin. */
export const changeRole = command({ ability: 'people.manage', input: changeRoleInput }, async ({ tx, input, now }) => {
  const { personId, role } = input
  if (role !== 'admin') await keepAnAdmin(tx, personId)
  const person = await lockPerson(tx, personId)
  if (role !== 'rep') await passOnGiven(tx, person, { why: 'gone', now })
  return tx.person.update({ where: { id: personId }, data: { role }, select: personFields })
})
