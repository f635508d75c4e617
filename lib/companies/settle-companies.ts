import 'server-only'
import { companyKey, type CompanyRef } from '@/lib/companies/company-identities'
import type { Tx } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'

type SettledCompany = { id: string; name: string; nameKey: string; domain: string | null }

type Settled = {
  /** In the order of the references. */
  companies: SettledCompany[]
  /** Known ones that had no domain until now. */
  named: SettledCompany[]
}

/**
 * A step: for many leads at once what settleCompany does for one. The identities of the companies (name and domain)
 * are locked already.
 */
export async function settleCompanies(tx: Tx, refs: CompanyRef[], now: Date): Promise<Settled> {
  if (refs.length === 0) return { companies: [], named: [] }
  const domains = refs.flatMap(({ domain }) => domain ?? [])
  const known: SettledCompany[] = await tx.company.findMany({
    where: { OR: [{ nameKey: { in: [...new Set(refs.map(companyKey))] } }, { domain: { in: [...new Set(domains)] } }] },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, nameKey: true, domain: true },
  })
  const spare = await tx.$queryRaw<{ id: string }[]>`select uuid7() as id from generate_series(1, ${refs.length}::int)`
  const byDomain = new Map(known.flatMap((company) => (company.domain ? [[company.domain, company] as const] : [])))
  const byName = new Map<string, SettledCompany[]>()
  for (const company of known) byName.set(company.nameKey, [...(byName.get(company.nameKey) ?? []), company])
  const made = new Set<SettledCompany>()
  const named = new Set<SettledCompany>()

  const companies = refs.map((ref, nth) => {
    const { name, domain } = ref
    const namesakes = byName.get(companyKey(ref)) ?? []
    const nameless = namesakes.find((company) => company.domain === null)
    const meant = domain ? (byDomain.get(domain) ?? nameless) : namesakes[0]
    if (!meant) {
      const id = spare[nth]?.id ?? ''
      const company = { id, name: name ?? domain ?? '', nameKey: companyKey(ref), domain: domain ?? null }
      made.add(company)
      byName.set(company.nameKey, [...namesakes, company])
      if (domain) byDomain.set(domain, company)
      return company
    }
    if (domain && meant.domain === null) {
      meant.domain = domain
      byDomain.set(domain, meant)
      named.add(meant)
    }
    return meant
  })

  const newlyNamed = [...named].filter((company) => !made.has(company))
  await writeCompanies(tx, [...made], newlyNamed, now)
  return { companies, named: newlyNamed }
}

async function writeCompanies(tx: Tx, made: SettledCompany[], named: SettledCompany[], now: Date) {
  if (made.length > 0)
    await tx.$executeRaw(Prisma.sql`
      insert into company (id, name, name_key, domain, created_at)
      select id, name, "nameKey", domain, ${now}
      from json_to_recordset(${JSON.stringify(made)}::json) as r(id uuid, name text, "nameKey" text, domain text)`)
  if (named.length > 0)
    await tx.$executeRaw(Prisma.sql`
      update company c set domain = r.domain, version = c.version + 1
      from json_to_recordset(${JSON.stringify(named)}::json) as r(id uuid, domain text) where c.id = r.id`)
}
