import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import { leadsFrom, visibleLeadsSql } from '@/lib/leads/filter-sql'
import { Prisma } from '@/prisma/generated/client'

/** Counted touches of a company's leads, over their whole life, by the team of the channel. */
type TouchShares = { marketing: number; sales: number }

/** The teams' touches of the leads of a company that the actor may see. */
export async function touchShares(actor: Actor, companyId: string): Promise<TouchShares> {
  authorise(actor, 'company.read')
  const [row] = await db.$queryRaw<TouchShares[]>(Prisma.sql`
    select coalesce(sum(s.marketing_touch_count), 0)::int as marketing, coalesce(sum(s.sales_touch_count), 0)::int as sales
    from ${leadsFrom} where l.company_id = ${companyId}::uuid and ${visibleLeadsSql(actor)}`)
  return row ?? { marketing: 0, sales: 0 }
}
