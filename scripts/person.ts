import { hashPassword } from '@/lib/access/password'
import { revokeSessions } from '@/lib/access/sessions'
import { db } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { addPersonInput } from '@/lib/people/input'
import { keepAnAdmin, lockPerson } from '@/lib/people/lock-person'
import { commandInput, refuse } from './command-input'

const { password, ...facts } = commandInput(addPersonInput)
const passwordHash = await hashPassword(password)

// Whoever may run this owns the database: it is also the way back in when a password is lost.
const isNew = await db
  .$transaction(async (tx) => {
    const known = await tx.person.findUnique({ where: { email: facts.email } })
    if (!known) {
      await tx.person.create({ data: { ...facts, passwordHash } })
      return true
    }
    if (facts.role !== 'admin') await keepAnAdmin(tx, known.id)
    await lockPerson(tx, known.id)
    await tx.person.update({ where: { id: known.id }, data: { ...facts, passwordHash, deactivatedAt: null } })
    await revokeSessions(tx, known.id, new Date())
    return false
  })
  .catch((error: unknown) => (error instanceof DomainError ? refuse(error.message) : Promise.reject(error)))

console.log(
  isNew
    ? `${facts.name} (${facts.role}) can sign in as ${facts.email}.`
    : `${facts.email} was there: name, role and password are set anew, and ${facts.name} is signed out everywhere.`,
)
await db.$disconnect()
