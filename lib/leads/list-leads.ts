import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import type { BrowsedPage, KeysetRow } from '@/lib/keyset'
import type { LeadFilters } from '@/lib/leads/filters'
import { countOf, gatherLeads, type LeadCount } from '@/lib/leads/gather-leads'
import { findInFacts } from '@/lib/leads/in-facts/find-in-facts'
import { type LeadList, leadListOf, type LeadListing } from '@/lib/leads/lead-list'
import { leadInclude, leadShape, type LeadShape } from '@/lib/leads/lead-shape'
import { walkLong, walkShort } from '@/lib/leads/walk-leads'
import type { Page } from '@/lib/page'

/**
 * A page of the leads that the actor may see.
 *
 * Throws INVALID for a cursor of another list or sort.
 */
export async function listLeads(actor: Actor, listing: LeadListing): Promise<Page<LeadShape>> {
  authorise(actor, 'lead.read')
  const list = await leadListOf(actor, listing)
  const inFacts = await findInFacts(list, list.limit + 1)
  const { data, nextCursor } = await withLeads(
    list,
    inFacts?.found ?? (await walkShort(list)) ?? (await walkLong(list)),
  )
  return { data, nextCursor }
}

/**
 * A page of a list that people read: with the way back and the number of all. What is not found in memory is found by the
 * database. Where the filters find few leads they are gathered and sorted: to walk an index until fifty turn up would mean
 * to pass through all leads. Which of the two has the page is known once they are counted, so both begin at once.
 */
export async function browseLeads(actor: Actor, listing: LeadListing): Promise<BrowsedPage<LeadShape> & LeadCount> {
  authorise(actor, 'lead.read')
  const list = await leadListOf(actor, listing)
  const inFacts = await findInFacts(list, list.limit + 1)
  if (inFacts) return { ...(await withLeads(list, inFacts.found)), ...countOf(inFacts.all) }
  const [{ found, count, isCapped }, first] = await Promise.all([gatherLeads(list, list.limit + 1), walkShort(list)])
  const rows = isCapped ? (first ?? (await walkLong(list))) : found
  return { ...(await withLeads(list, rows)), count, isCapped }
}

/** How many leads the filters find. */
export async function countLeads(actor: Actor, filters: LeadFilters = {}): Promise<LeadCount> {
  authorise(actor, 'lead.read')
  const list = await leadListOf(actor, { filters })
  const inFacts = await findInFacts(list, 0)
  if (inFacts) return countOf(inFacts.all)
  const { count, isCapped } = await gatherLeads(list, 0)
  return { count, isCapped }
}

/** The leads of a page of which the rows were found. */
async function withLeads({ keyset, limit }: LeadList, found: KeysetRow[]): Promise<BrowsedPage<LeadShape>> {
  const { data: ids, ...cursors } = keyset.page(found, limit)
  const rows = await db.lead.findMany({ where: { id: { in: ids } }, include: leadInclude })
  const byId = new Map(rows.map((row) => [row.id, leadShape(row)]))
  return { data: ids.flatMap((id) => byId.get(id) ?? []), ...cursors }
}
