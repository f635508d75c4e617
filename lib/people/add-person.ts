import 'server-only'
import { hashPassword } from '@/lib/access/password'
import { command } from '@/lib/command'
import { invalid } from '@/lib/errors'
import { addPersonInput } from '@/lib/people/input'
import { personFields } from '@/lib/people/person-shape'

/**
 * Adds a person, who can sign in at once with the password that is told to them. Throws INVALID when the email is
 * taken, also by somebody who is deactivated: they are brought back, not doubled.
 */
export const addPerson = command({ ability: 'people.manage', input: addPersonInput }, async ({ tx, input, now }) => {
  const { password, ...facts } = input
  const passwordHash = await hashPassword(password)
  const [added] = await tx.person.createManyAndReturn({
    data: [{ ...facts, passwordHash, createdAt: now }],
    skipDuplicates: true,
    select: personFields,
  })
  if (added) return added
  const known = await tx.person.findUniqueOrThrow({ where: { email: facts.email } })
  throw invalid({
    email: known.deactivatedAt
      ? `${known.name} has this email and is deactivated. Reactivate them instead.`
      : `${known.name} is here already with this email.`,
  })
})
