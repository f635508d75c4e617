import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db, type Tx } from '@/lib/db'
import { notFound } from '@/lib/errors'
import { leadsFrom, visibleLeadsSql } from '@/lib/leads/filter-sql'
import { type Company, Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** How many of a company's leads the actor may see, in all and by stage and outcome. */
export type LeadCounts = { all: number; cold: number; warm: number; hot: number; won: number; lost: number }

export const noLeads: LeadCounts = { all: 0, cold: 0, warm: 0, hot: 0, won: 0, lost: 0 }

export const companyShape = (
  { id, name, domain, employees, createdAt, version }: Omit<Company, 'nameKey'>,
  leads: LeadCounts,
) => ({
  id,
  name,
  domain,
  employees,
  createdAt,
  version,
  leads,
})

export type CompanyShape = ReturnType<typeof companyShape>

/** The company with the counts of the leads that the actor may see: open ones by stage, closed ones by outcome. Throws NOT_FOUND. */
export async function getCompany(actor: Actor, companyId: string, tx: Tx = db): Promise<CompanyShape> {
  authorise(actor, 'company.read')
  const company = await tx.company.findUnique({ where: { id: companyId } })
  if (!company) throw notFound('company')
  const counts = await countLeadsByCompany(actor, [companyId], tx)
  return companyShape(company, counts.get(companyId) ?? noLeads)
}

/** The counts of the leads that the actor may see, for several companies at once. */
export async function countLeadsByCompany(
  actor: Actor,
  companyIds: string[],
  tx: Tx = db,
): Promise<Map<string, LeadCounts>> {
  authorise(actor, 'company.read')
  if (companyIds.length === 0) return new Map()
  const rows = await tx.$queryRaw<({ companyId: string } & LeadCounts)[]>(sql`
    select l.company_id as "companyId", count(*)::int as "all",
      count(*) filter (where s.outcome = 'OPEN' and s.stage = 'COLD')::int as cold,
      count(*) filter (where s.outcome = 'OPEN' and s.stage = 'WARM')::int as warm,
      count(*) filter (where s.outcome = 'OPEN' and s.stage = 'HOT')::int as hot,
      count(*) filter (where s.outcome = 'WON')::int as won,
      count(*) filter (where s.outcome = 'LOST')::int as lost
    from ${leadsFrom} where l.company_id = any(${companyIds}::uuid[]) and ${visibleLeadsSql(actor)}
    group by l.company_id`)
  return new Map(rows.map(({ companyId, ...counts }) => [companyId, counts]))
}
