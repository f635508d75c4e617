import 'server-only'
import { companyIdentities, companyKey, type CompanyRef } from '@/lib/companies/company-identities'
import type { Tx } from '@/lib/db'
import { lockIdentities } from '@/lib/leads/lock-identities'

/**
 * A step: the id of the company that is meant, made if it is new. A company is known by its domain, else by its name;
 * one known by name alone takes the domain over.
 */
export async function settleCompany(tx: Tx, company: CompanyRef, now: Date): Promise<string> {
  const { name, domain } = company
  const key = companyKey(company)
  await lockIdentities(tx, companyIdentities(company))
  if (domain) {
    const known = await tx.company.findUnique({ where: { domain }, select: { id: true } })
    if (known) return known.id
  }
  const namesake = await tx.company.findFirst({
    where: { nameKey: key, ...(domain ? { domain: null } : {}) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  if (namesake && domain)
    await tx.company.update({ where: { id: namesake.id }, data: { domain, version: { increment: 1 } } })
  if (namesake) return namesake.id
  const made = await tx.company.create({
    data: { name: (name ?? domain ?? '').replace(/\s+/g, ' '), nameKey: key, domain: domain ?? null, createdAt: now },
    select: { id: true },
  })
  return made.id
}
