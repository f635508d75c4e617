import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import { type RepFocus, repFocuses } from '@/lib/leads/rep-focus'
import { focused, isOpenOf } from '@/lib/leads/rep-list-sql'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** How many of the open leads each focus has, counted in one pass. */
export async function countRepFocuses(actor: Actor, now: Date): Promise<Record<RepFocus, number>> {
  authorise(actor, 'lead.close')
  const counts = repFocuses.map(
    (focus) => sql`count(*) filter (where ${focused[focus](now)})::int as ${Prisma.raw(`"${focus}"`)}`,
  )
  const [row] = await db.$queryRaw<Record<RepFocus, number>[]>(sql`
    select ${Prisma.join(counts)} from lead_state s where ${isOpenOf(actor)}`)
  if (!row) throw new Error('a count without a row')
  return row
}
