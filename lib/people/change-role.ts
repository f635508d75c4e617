import 'server-only'
import { command } from '@/lib/command'
import { changeRoleInput } from '@/lib/people/input'
import { keepAnAdmin, lockPerson } from '@/lib/people/lock-person'
import { personFields } from '@/lib/people/person-shape'

/** Gives a person another role, which holds from their next click. Throws CONFLICT when it would leave no admin. */
export const changeRole = command({ ability: 'people.manage', input: changeRoleInput }, async ({ tx, input }) => {
  const { personId, role } = input
  if (role !== 'admin') await keepAnAdmin(tx, personId)
  await lockPerson(tx, personId)
  return tx.person.update({ where: { id: personId }, data: { role }, select: personFields })
})
