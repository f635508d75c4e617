import 'server-only'
import { command } from '@/lib/command'
import { createCompanyInput } from '@/lib/companies/input'
import { getCompany } from '@/lib/companies/queries'
import { nameKey } from '@/lib/companies/settle-company'
import type { Tx } from '@/lib/db'
import { conflict } from '@/lib/errors'
import { lockIdentities } from '@/lib/leads/lock-identities'

/**
 * Makes a company.
 *
 * Throws CONFLICT when its domain is known, or its name where one of the two has no domain.
 */
export const createCompany = command(
  { ability: 'company.create', input: createCompanyInput },
  async ({ tx, actor, input, now }) => {
    const { name, domain } = input
    const key = nameKey(name)
    await lockIdentities(tx, [`company ${key}`, ...(domain ? [`domain ${domain}`] : [])])
    await refuseKnownCompany(tx, { key, domain: domain ?? null })
    const { id } = await tx.company.create({
      data: { name, nameKey: key, domain: domain ?? null, createdAt: now },
      select: { id: true },
    })
    return getCompany(actor, id, tx)
  },
)

/** A step: throws CONFLICT when another company has this domain, or this name where one of the two has no domain. */
export async function refuseKnownCompany(
  tx: Tx,
  { key, domain }: { key: string; domain: string | null },
  exceptId?: string,
) {
  const known = await tx.company.findFirst({
    where: {
      OR: [...(domain ? [{ domain }] : []), { nameKey: key, ...(domain ? { domain: null } : {}) }],
      ...(exceptId ? { id: { not: exceptId } } : {}),
    },
  })
  if (known)
    throw conflict(
      `${known.name}${known.domain ? ` (${known.domain})` : ''} is known already (company ${known.id}). Open that company instead.`,
      { noun: 'company', id: known.id, name: known.name },
    )
}
