import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise, can } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import type { FilterNames } from '@/lib/leads/filter-words'
import type { LeadFilters } from '@/lib/leads/filters'

/** The names of the people and records that filters hold the ids of. */
export async function filterNames(actor: Actor, filters: LeadFilters): Promise<FilterNames> {
  authorise(actor, 'lead.read')
  const name = { select: { name: true } } as const
  const named = async (id: string | undefined, find: (id: string) => Promise<{ name: string } | null>) =>
    id && id !== 'me' && id !== 'none' ? (await find(id))?.name : undefined
  const person = (id: string) => db.person.findUnique({ where: { id }, ...name })
  const campaignName = (id: string) => db.campaign.findUnique({ where: { id }, ...name })
  const [owner, rep, campaign, notCampaign, company, file] = await Promise.all([
    named(filters.owner, person),
    named(filters.rep, person),
    named(filters.campaign, campaignName),
    named(filters.notCampaign, campaignName),
    named(filters.company, (id) => db.company.findUnique({ where: { id }, ...name })),
    filters.import && can(actor, 'import.leads')
      ? db.import.findUnique({ where: { id: filters.import }, select: { fileName: true } })
      : null,
  ])
  return definedNames({ owner, rep, campaign, notCampaign, company, import: file?.fileName })
}

const definedNames = (names: Record<string, string | undefined>): FilterNames =>
  Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined))
