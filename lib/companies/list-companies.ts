import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { type CompanyShape, companyShape, countLeadsByCompany, noLeads } from '@/lib/companies/queries'
import { db } from '@/lib/db'
import { type BrowsedPage, keyset, type KeysetRow, type SortColumn } from '@/lib/keyset'
import { leadsFrom, visibleLeadsSql } from '@/lib/leads/filter-sql'
import { containing } from '@/lib/leads/search-sql'
import { defaultLimit, type Page } from '@/lib/page'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** By what companies are sorted; `-` before it for descending. Names without regard to case. */
const sorts = ['name', 'domain', 'employees', 'createdAt', 'leads'] as const
export const companySorts = sorts.flatMap((sort) => [sort, `-${sort}` as const])
type CompanySort = (typeof companySorts)[number]

const sortColumns: Record<(typeof sorts)[number], SortColumn> = {
  name: { column: sql`c.name_key`, type: 'text', isAlwaysThere: true },
  domain: { column: sql`c.domain`, type: 'text' },
  employees: { column: sql`c.employees`, type: 'whole' },
  createdAt: { column: sql`c.created_at`, type: 'time', isAlwaysThere: true },
  leads: { column: sql`coalesce(n.leads, 0)`, type: 'whole', isAlwaysThere: true },
}

type CompanyList = {
  /** Any part of name or domain. */
  q?: string | undefined
  sort?: CompanySort | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

/**
 * A page of the companies, by name, with the counts of the leads that the actor may see.
 *
 * Throws INVALID for a cursor of another list or sort.
 */
export async function listCompanies(actor: Actor, list: CompanyList = {}): Promise<Page<CompanyShape>> {
  const { data, nextCursor } = await browseCompanies(actor, list)
  return { data, nextCursor }
}

/** The same with the way back to the page before. */
export async function browseCompanies(actor: Actor, list: CompanyList = {}): Promise<BrowsedPage<CompanyShape>> {
  authorise(actor, 'company.read')
  const { q, sort = 'name', limit = defaultLimit, cursor } = list
  const { value, after, orderBy, page } = keyset(sortColumns, sql`c.id`, { sort, cursor })
  const found = await db.$queryRaw<KeysetRow[]>(sql`
    select c.id, ${value} as value from company c ${sort.endsWith('leads') ? withLeads(actor) : Prisma.empty}
    where ${q ? named(q) : sql`true`} and ${after} order by ${orderBy} limit ${limit + 1}`)
  const { data: ids, ...cursors } = page(found, limit)
  const [companies, counts] = await Promise.all([
    db.company.findMany({ where: { id: { in: ids } } }),
    countLeadsByCompany(actor, ids),
  ])
  const byId = new Map(companies.map((company) => [company.id, company]))
  const data = ids.flatMap((id) => {
    const company = byId.get(id)
    return company ? [companyShape(company, counts.get(id) ?? noLeads)] : []
  })
  return { data, ...cursors }
}

/** How many leads of each company the actor may see. */
const withLeads = (actor: Actor) => sql`left join (
  with n as materialized (${actor.role === 'rep' ? seenLeads(actor) : allLeads})
  select company_id, sum(leads)::int as leads from n group by 1
) n on n.company_id = c.id`

const seenLeads = (actor: Actor) => sql`
  select l.company_id, count(*) as leads from ${leadsFrom}
  where ${visibleLeadsSql(actor)} and l.company_id is not null group by 1`

/** Counted in the index of companies, which knows nothing of deletion; the deleted, few, are taken off. */
const allLeads = sql`
  select company_id, count(*) as leads from lead where company_id is not null group by 1
  union all select company_id, -count(*) from lead where deleted_at is not null and company_id is not null group by 1`

/** How many companies the words find. */
export async function countCompanies(actor: Actor, q?: string): Promise<number> {
  authorise(actor, 'company.read')
  const [row] = await db.$queryRaw<{ count: number }[]>(sql`
    select count(*)::int as count from company c where ${q ? named(q) : sql`true`}`)
  return row?.count ?? 0
}

const named = (q: string) => sql`(lower(c.name) like ${containing(q)} or c.domain like ${containing(q)})`
