import 'server-only'
import { command } from '@/lib/command'
import { companyIdentities } from '@/lib/companies/company-identities'
import { createCompanyInput } from '@/lib/companies/input'
import { getCompany } from '@/lib/companies/queries'
import { refuseKnownCompany } from '@/lib/companies/refuse-known-company'
import { lockIdentities } from '@/lib/leads/lock-identities'
import { nameKey } from '@/lib/name-key'

/**
 * Makes a company.
 *
 * Throws CONFLICT when its domain is known, or its name where one of the two has no domain.
 */
export const createCompany = command(
  { ability: 'company.create', input: createCompanyInput },
  async ({ tx, actor, input, now }) => {
    const { name, domain = null, employees = null } = input
    const key = nameKey(name)
    await lockIdentities(tx, companyIdentities(input))
    await refuseKnownCompany(tx, { key, domain })
    const { id } = await tx.company.create({
      data: { name, nameKey: key, domain, employees, createdAt: now },
      select: { id: true },
    })
    return getCompany(actor, id, tx)
  },
)
