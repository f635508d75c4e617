import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { chosenLeadsSql } from '@/lib/bulk/chosen-leads'
import type { Selection } from '@/lib/bulk/input'
import { db } from '@/lib/db'
import { companySettings } from '@/lib/settings/queries'
import { Prisma } from '@/prisma/generated/client'

/** How many leads are chosen, exactly. */
export async function countChosen(actor: Actor, selection: Selection): Promise<number> {
  authorise(actor, 'bulk.run')
  const { timeZone } = await companySettings()
  const [row] = await db.$queryRaw<{ count: number }[]>(
    Prisma.sql`select count(*)::int as count from (${chosenLeadsSql(actor, selection, timeZone)}) chosen`,
  )
  return row?.count ?? 0
}
