import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/db'
import { invalid } from '@/lib/errors'
import type { Role } from '@/prisma/generated/enums'

/** Who may be responsible for a lead: its owner is on Marketing's side, its rep on Sales'. */
const roles = { owner: ['marketer', 'manager', 'admin'], rep: ['rep', 'manager', 'admin'] } satisfies Record<
  string,
  Role[]
>

/** A step: the active person who is to be the owner or the rep of leads. Throws INVALID for anybody else. */
export async function responsible(tx: Tx, as: 'owner' | 'rep', personId: string): Promise<Actor> {
  const person = await tx.person.findFirst({ where: { id: personId, deactivatedAt: null, role: { in: roles[as] } } })
  if (!person) throw invalid({ [as]: `Choose an active person who is one of ${roles[as].join(', ')}.` })
  return person
}
