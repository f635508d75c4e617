import { editCompany } from '@/lib/companies/edit-company'
import { db } from '@/lib/db'
import type { Chance } from './chance'
import type { World } from './world'

/** How many people work at the companies, from eight to eight thousand; of every eighth nobody knows. */
export async function addSizes(chance: Chance, { cast }: World) {
  const companies = await db.company.findMany({ orderBy: { nameKey: 'asc' }, select: { id: true } })
  for (const { id: companyId } of companies) {
    const employees = Math.round(8 * 1000 ** chance.number())
    if (!chance.happens(1 / 8)) await editCompany(cast.mia, { companyId, changes: { employees } })
  }
}
