import 'server-only'
import type { Tx } from '@/lib/db'
import { RowProblem } from '@/lib/imports/read-row'
import type { Role } from '@/prisma/generated/enums'

type KnownPerson = { id: string; name: string; email: string; role: Role }

/** Who may be responsible: owners are on Marketing's side, reps on Sales'. */
const rolesOf = { owner: ['marketer', 'manager', 'admin'], rep: ['rep', 'manager', 'admin'] } satisfies Record<
  string,
  Role[]
>

/** People by address; also those who have left, since a file tells of the past. */
type KnownPeople = { named: (as: keyof typeof rolesOf, email: string) => KnownPerson }

/** A step: the people with these addresses. `named` throws RowProblem for one who is unknown or of another role. */
export async function knownPeople(tx: Tx, emails: (string | undefined)[]): Promise<KnownPeople> {
  const asked = [...new Set(emails.filter((email) => email !== undefined))]
  const people = asked.length
    ? await tx.person.findMany({
        where: { email: { in: asked } },
        select: { id: true, name: true, email: true, role: true },
      })
    : []
  const byEmail = new Map(people.map((person) => [person.email, person]))
  return {
    named(as, email) {
      const person = byEmail.get(email)
      const roles: Role[] = rolesOf[as]
      if (!person) throw new RowProblem(`The ${as} "${email}" is unknown: write the email of a person of Baton.`)
      if (!roles.includes(person.role))
        throw new RowProblem(`${person.name} is a ${person.role} and can not be the ${as} of a lead.`)
      return person
    },
  }
}
