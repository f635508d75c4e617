import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { LeadFilters } from '@/lib/leads/filters'
import { browseLeads } from '@/lib/leads/list-leads'
import { orFirstPage } from '@/lib/or-first-page'

/**
 * The page of the list that the filters find; where nobody is spelled as they search for, those that are like it.
 * `isLike` says that it came to that.
 */
export async function findLeads(
  actor: Actor,
  { filters, sort, cursor }: { filters: LeadFilters; sort: string; cursor: string | undefined },
) {
  const find = (those: LeadFilters) =>
    orFirstPage(cursor, (from) => browseLeads(actor, { filters: those, sort, cursor: from }))
  const spelled = await find(filters)
  if (spelled.page.count > 0 || !filters.q || filters.spelling) return { ...spelled, filters, isLike: false }
  const wider = { ...filters, spelling: 'similar' as const }
  const similar = await find(wider)
  return similar.page.count > 0 ? { ...similar, filters: wider, isLike: true } : { ...spelled, filters, isLike: false }
}
