import 'server-only'
import { command } from '@/lib/command'
import { companyIdentities } from '@/lib/companies/company-identities'
import { editCompanyInput } from '@/lib/companies/input'
import { getCompany } from '@/lib/companies/queries'
import { refuseKnownCompany } from '@/lib/companies/refuse-known-company'
import { notFound } from '@/lib/errors'
import { lockIdentities } from '@/lib/leads/lock-identities'
import { nameKey } from '@/lib/name-key'

/**
 * Changes the name, the domain or the size of a company.
 *
 * Throws NOT_FOUND, and CONFLICT when another company is known by them.
 */
export const editCompany = command(
  { ability: 'company.edit', input: editCompanyInput },
  async ({ tx, actor, input }) => {
    const { companyId, changes } = input
    const before = await tx.company.findUnique({ where: { id: companyId } })
    if (!before) throw notFound('company')
    const name = changes.name ?? before.name
    const domain = changes.domain === undefined ? before.domain : changes.domain
    const employees = changes.employees === undefined ? before.employees : changes.employees
    const key = nameKey(name)
    await lockIdentities(tx, companyIdentities({ name, domain }))
    await refuseKnownCompany(tx, { key, domain }, companyId)
    // Only what was asked for: somebody may be changing the others at this moment.
    const changed = {
      ...(name === before.name ? {} : { name, nameKey: key }),
      ...(domain === before.domain ? {} : { domain }),
      ...(employees === before.employees ? {} : { employees }),
    }
    if (Object.keys(changed).length > 0)
      await tx.company.update({ where: { id: companyId }, data: { ...changed, version: { increment: 1 } } })
    return getCompany(actor, companyId, tx)
  },
)
