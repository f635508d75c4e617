import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { Prisma } from '@/prisma/generated/client'

/** Whether a waiting `h` is open to the person: it is given to nobody, to them, or its promise has passed. See reserved.ts. */
export const isOpenTo = (person: Pick<Actor, 'id'>, now: Date): Prisma.Sql =>
  Prisma.sql`(h.given_to_id is null or h.given_to_id = ${person.id}::uuid or h.due_at <= ${now})`
