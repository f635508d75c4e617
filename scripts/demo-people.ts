import { hash } from '@node-rs/argon2'
import type { Prisma } from '@/prisma/generated/client'

/** Known to everybody who reads this: only for databases without real data. */
export const demoPassword = 'baton demo'

/** The five who also appear in the tests. */
export const demoPeople = [
  { email: 'mia@baton.example', name: 'Mia', role: 'marketer' },
  { email: 'sam@baton.example', name: 'Sam', role: 'rep' },
  { email: 'sara@baton.example', name: 'Sara', role: 'rep' },
  { email: 'max@baton.example', name: 'Max', role: 'manager' },
  { email: 'ada@baton.example', name: 'Ada', role: 'admin' },
] as const

/** Adds the five with their password, and says in the settings that this is a demo. */
export async function addDemoPeople(tx: Prisma.TransactionClient) {
  const passwordHash = await hash(demoPassword)
  await tx.person.createMany({ data: demoPeople.map((person) => ({ ...person, passwordHash })) })
  await tx.settings.update({ where: { id: 1 }, data: { isDemo: true } })
}
