import 'server-only'
import type { Option } from '@/components/ui/field'
import type { Actor } from '@/lib/access/actor'
import { campaignOptions } from '@/lib/campaigns/campaign-options'
import { listPeople } from '@/lib/people/queries'
import type { Role } from '@/prisma/generated/enums'

const asOptions = (people: { id: string; name: string; role: Role }[], roles: Role[]): Option[] => [
  { value: 'me', label: 'Me' },
  { value: 'none', label: 'Nobody' },
  ...people.filter(({ role }) => roles.includes(role)).map(({ id, name }) => ({ value: id, label: name })),
]

/** Whom and what the list can be filtered by. */
export async function filterChoices(actor: Actor): Promise<{ owners: Option[]; reps: Option[]; campaigns: Option[] }> {
  const [people, campaigns] = await Promise.all([listPeople(actor), campaignOptions(actor)])
  return {
    owners: asOptions(people, ['marketer', 'manager', 'admin']),
    reps: asOptions(people, ['rep', 'manager', 'admin']),
    campaigns,
  }
}
