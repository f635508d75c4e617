import 'server-only'
import type { Tx } from '@/lib/db'
import { conflict, notFound } from '@/lib/errors'
import type { Role } from '@/prisma/generated/enums'

type LockedPerson = { id: string; name: string; email: string; role: Role; deactivatedAt: Date | null }

/** A step: locks a person until the transaction ends. Throws NOT_FOUND. */
export async function lockPerson(tx: Tx, personId: string): Promise<LockedPerson> {
  const [person] = await tx.$queryRaw<LockedPerson[]>`
    select id, name, email, role::text as role, deactivated_at as "deactivatedAt"
    from person where id = ${personId}::uuid for update`
  if (!person) throw notFound('person')
  return person
}

/**
 * A step: Baton always keeps an admin who can sign in. Locks all of them, in one order, so that two admins who take
 * each other's role at once leave one. Call it before lockPerson. Throws CONFLICT for the last one.
 */
export async function keepAnAdmin(tx: Tx, without: string): Promise<void> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    select id from person where role = 'admin' and deactivated_at is null order by id for update`
  if (admins.length === 1 && admins[0]?.id === without)
    throw conflict('This is the last admin. Make somebody else an admin first.')
}
