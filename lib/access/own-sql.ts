import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { repsOf } from '@/lib/access/scopes'
import { Prisma } from '@/prisma/generated/client'

/** The SQL of isOwn; a plain comparison where nobody is stood in for, as nearly always. */
export function isOwnSql(actor: Actor, repId: Prisma.Sql): Prisma.Sql {
  const reps = repsOf(actor)
  return reps.length === 1 ? Prisma.sql`${repId} = ${actor.id}::uuid` : Prisma.sql`${repId} = any(${reps}::uuid[])`
}
