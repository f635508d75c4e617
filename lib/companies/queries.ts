import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { visibleLeads } from '@/lib/access/scopes'
import { db, type Tx } from '@/lib/db'
import { notFound } from '@/lib/errors'
import type { Company } from '@/prisma/generated/client'

/** How many of a company's leads the actor may see, in all and by stage and outcome. */
export type LeadCounts = { all: number; cold: number; warm: number; hot: number; won: number; lost: number }

export const noLeads: LeadCounts = { all: 0, cold: 0, warm: 0, hot: 0, won: 0, lost: 0 }

export const companyShape = ({ id, name, domain, createdAt, version }: Company, leads: LeadCounts) => ({
  id,
  name,
  domain,
  createdAt,
  version,
  leads,
})

export type CompanyShape = ReturnType<typeof companyShape>

/** The company with the counts of the leads that the actor may see: open ones by stage, closed ones by outcome. Throws NOT_FOUND. */
export async function getCompany(actor: Actor, companyId: string, tx: Tx = db): Promise<CompanyShape> {
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
  const leads = await tx.lead.findMany({
    where: { AND: [{ companyId: { in: companyIds } }, visibleLeads(actor)] },
    select: { companyId: true, state: { select: { stage: true, outcome: true } } },
  })
  const counts = new Map<string, LeadCounts>()
  for (const { companyId, state } of leads) {
    if (!companyId || !state) continue
    const of = counts.get(companyId) ?? { ...noLeads }
    const as = (state.outcome === 'OPEN' ? state.stage : state.outcome).toLowerCase() as keyof LeadCounts
    counts.set(companyId, { ...of, all: of.all + 1, [as]: of[as] + 1 })
  }
  return counts
}
