import 'server-only'
import type { Tx } from '@/lib/db'
import { lockIdentities } from '@/lib/leads/lock-identities'

/** How a company is named by a lead, a form or a row: by domain, by name, or by both. */
export type CompanyRef = { name?: string | undefined; domain?: string | undefined }

/** What a company is recognised by: lower case, single spaces. */
export const nameKey = (name: string) => name.trim().toLowerCase().replace(/\s+/g, ' ')

/**
 * A step: the id of the company that is meant, made if it is new. A company is known by its domain, else by its name;
 * one known by name alone takes the domain over.
 */
export async function settleCompany(tx: Tx, { name, domain }: CompanyRef, now: Date): Promise<string> {
  const key = nameKey(name ?? domain ?? '')
  await lockIdentities(tx, [`company ${key}`, ...(domain ? [`domain ${domain}`] : [])])
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
