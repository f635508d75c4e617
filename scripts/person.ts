import { hash } from '@node-rs/argon2'
import { z } from 'zod'
import { db } from '@/lib/db'
import { Role } from '@/prisma/generated/enums'
import { commandInput } from './command-input'

const { password, ...facts } = commandInput(
  z.object({
    email: z.string().trim().toLowerCase().pipe(z.email()),
    name: z.string().trim().min(1).max(100),
    role: z.enum(Role),
    password: z.string().min(8).max(200),
  }),
)

// Whoever may run this owns the database: it is also the way back in when a password is lost.
const passwordHash = await hash(password)
const isNew = await db.$transaction(async (tx) => {
  const known = await tx.person.findUnique({ where: { email: facts.email } })
  if (!known) {
    await tx.person.create({ data: { ...facts, passwordHash } })
    return true
  }
  await tx.person.update({ where: { id: known.id }, data: { ...facts, passwordHash, deactivatedAt: null } })
  await tx.session.updateMany({ where: { personId: known.id, revokedAt: null }, data: { revokedAt: new Date() } })
  return false
})

console.log(
  isNew
    ? `${facts.name} (${facts.role}) can sign in as ${facts.email}.`
    : `${facts.email} was there: name, role and password are set anew, and ${facts.name} is signed out everywhere.`,
)
await db.$disconnect()
