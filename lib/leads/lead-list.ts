import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { keyset } from '@/lib/keyset'
import { leadsWhere, otherWhere, stateWhere, type Tables, tablesOf, touchesAlone } from '@/lib/leads/filter-sql'
import { defaultLeadSort, type LeadFilters } from '@/lib/leads/filters'
import { gatheredColumns, leadSortColumns, sortsByLead } from '@/lib/leads/lead-sorts'
import { defaultLimit } from '@/lib/page'
import { companySettings } from '@/lib/settings/queries'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** What somebody asks of the list of leads. */
export type LeadListing = {
  filters?: LeadFilters
  sort?: string | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

/** The same as SQL: what the ways to find its page have in common. */
export type LeadList = Awaited<ReturnType<typeof leadListOf>>

/** Throws INVALID for a cursor of another list or sort. */
export async function leadListOf(actor: Actor, listing: LeadListing) {
  const { filters = {}, sort = defaultLeadSort, limit = defaultLimit, cursor } = listing
  const { timeZone } = await companySettings()
  const reading = (tables: Tables) => ({ tables, where: leadsWhere(actor, filters, timeZone, tables) })
  return {
    actor,
    filters,
    timeZone,
    sort,
    limit,
    /** What the filters need read, and what is read where the sort's rows are walked. */
    asked: reading(tablesOf(actor, filters)),
    walked: reading(tablesOf(actor, filters, sortsByLead(sort) ? 'lead' : 'state')),
    onState: stateWhere(actor, filters, timeZone),
    others: otherWhere(filters, timeZone),
    touchesAlone: touchesAlone(actor, filters, timeZone),
    /** The order of the rows themselves, and of what was gathered as `id` and `value`. */
    keyset: keyset(leadSortColumns, sql`s.lead_id`, { sort, cursor }),
    gathered: keyset(gatheredColumns, sql`id`, { sort, cursor }),
  }
}
