import 'server-only'
import { companyKey, type CompanyRef } from '@/lib/companies/company-identities'
import type { Tx } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'

/** How a row names a company, and how many people it says work there. */
type ToldCompany = CompanyRef & { employees?: number | undefined }

type SettledCompany = { id: string; name: string; nameKey: string; domain: string | null; employees: number | null }

/** What of a known company had not been known until now; null for the rest. */
export type FilledCompany = { id: string; domain: string | null; employees: number | null }

type Settled = {
  /** In the order of the references. */
  companies: SettledCompany[]
  filled: FilledCompany[]
}

/**
 * A step: for many leads at once what settleCompany does for one. A company of unknown size takes over the first that is
 * told. The identities of the companies (name and domain) are locked already.
 */
export async function settleCompanies(tx: Tx, refs: ToldCompany[], now: Date): Promise<Settled> {
  if (refs.length === 0) return { companies: [], filled: [] }
  const domains = refs.flatMap(({ domain }) => domain ?? [])
  const known: SettledCompany[] = await tx.company.findMany({
    where: { OR: [{ nameKey: { in: [...new Set(refs.map(companyKey))] } }, { domain: { in: [...new Set(domains)] } }] },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, nameKey: true, domain: true, employees: true },
  })
  const spare = await tx.$queryRaw<{ id: string }[]>`select uuid7() as id from generate_series(1, ${refs.length}::int)`
  const byDomain = new Map(known.flatMap((company) => (company.domain ? [[company.domain, company] as const] : [])))
  const byName = new Map<string, SettledCompany[]>()
  for (const company of known) byName.set(company.nameKey, [...(byName.get(company.nameKey) ?? []), company])
  const made = new Set<SettledCompany>()
  const filled = new Map<SettledCompany, FilledCompany>()
  const fill = (company: SettledCompany, told: Partial<FilledCompany>) => {
    Object.assign(company, told)
    if (made.has(company)) return
    filled.set(company, { id: company.id, domain: null, employees: null, ...filled.get(company), ...told })
  }

  const companies = refs.map((ref, nth) => {
    const { name, domain, employees } = ref
    const namesakes = byName.get(companyKey(ref)) ?? []
    const nameless = namesakes.find((company) => company.domain === null)
    const meant = domain ? (byDomain.get(domain) ?? nameless) : namesakes[0]
    if (!meant) {
      const id = spare[nth]?.id ?? ''
      const identity = { name: name ?? domain ?? '', nameKey: companyKey(ref), domain: domain ?? null }
      const company = { id, ...identity, employees: employees ?? null }
      made.add(company)
      byName.set(company.nameKey, [...namesakes, company])
      if (domain) byDomain.set(domain, company)
      return company
    }
    if (domain && meant.domain === null) {
      fill(meant, { domain })
      byDomain.set(domain, meant)
    }
    if (employees && meant.employees === null) fill(meant, { employees })
    return meant
  })

  await writeCompanies(tx, [...made], [...filled.values()], now)
  return { companies, filled: [...filled.values()] }
}

async function writeCompanies(tx: Tx, made: SettledCompany[], filled: FilledCompany[], now: Date) {
  if (made.length > 0)
    await tx.$executeRaw(Prisma.sql`
      insert into company (id, name, name_key, domain, employees, created_at)
      select id, name, "nameKey", domain, employees, ${now}
      from json_to_recordset(${JSON.stringify(made)}::json)
        as r(id uuid, name text, "nameKey" text, domain text, employees int)`)
  if (filled.length > 0)
    await tx.$executeRaw(Prisma.sql`
      update company c set domain = coalesce(r.domain, c.domain), employees = coalesce(r.employees, c.employees),
        version = c.version + num_nonnulls(r.domain, r.employees)
      from json_to_recordset(${JSON.stringify(filled)}::json) as r(id uuid, domain text, employees int)
      where c.id = r.id`)
}
