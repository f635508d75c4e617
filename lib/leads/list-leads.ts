import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import { type BrowsedPage, keyset, type KeysetPart, type KeysetRow, walk } from '@/lib/keyset'
import { leadsWhere, listFrom } from '@/lib/leads/filter-sql'
import { defaultLeadSort, type LeadFilters } from '@/lib/leads/filters'
import { leadInclude, leadShape, type LeadShape } from '@/lib/leads/lead-shape'
import { gatheredColumns, leadSortColumns, rawValue, sortsByLead, withNames } from '@/lib/leads/lead-sorts'
import { defaultLimit, type Page } from '@/lib/page'
import { companySettings } from '@/lib/settings/queries'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

type LeadListing = {
  filters?: LeadFilters
  sort?: string | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

/**
 * A page of the leads that the actor may see.
 *
 * Throws INVALID for a cursor of another list or sort.
 */
export async function listLeads(actor: Actor, listing: LeadListing): Promise<Page<LeadShape>> {
  authorise(actor, 'lead.read')
  const { data, nextCursor } = await walked(actor, listing)
  return { data, nextCursor }
}

/** The page found by walking the sort's index until it is full. */
async function walked(actor: Actor, listing: LeadListing): Promise<BrowsedPage<LeadShape>> {
  const { filters = {}, sort = defaultLeadSort, limit = defaultLimit, cursor } = listing
  const { parts, page } = keyset(leadSortColumns, sql`s.lead_id`, { sort, cursor })
  const { timeZone } = await companySettings()
  const from = listFrom(actor, filters, sortsByLead(sort))
  const where = leadsWhere(actor, filters, timeZone)
  const found = await walk(parts, limit, (part, most) => db.$queryRaw<KeysetRow[]>(partSql(part, from, where, most)))
  return withLeads(page(found, limit))
}

/** A part of a list as a query. Of each group no more rows are taken than the page has room for. */
function partSql({ value, where, orderBy, groups }: KeysetPart, from: Prisma.Sql, chosen: Prisma.Sql, most: number) {
  if (!groups)
    return sql`select s.lead_id as id, ${value} as value from ${from} where ${chosen} and ${where} order by ${orderBy} limit ${most}`
  return sql`
    select s.lead_id as id, ${value} as value from ${groups.from} cross join lateral (
      select s.lead_id from ${from} where ${chosen} and ${where} order by ${groups.byId} limit ${most}
    ) s where ${groups.within} order by ${orderBy} limit ${most}`
}

/** Up to where leads are counted one by one. */
const countedUpTo = 10_000

/** How many there are, exact up to 10,000; `isCapped` says that there are more. */
type LeadCount = { count: number; isCapped: boolean }

/**
 * A page of a list that people read: with the way back and the number of all. Where the filters find few leads they
 * are gathered first and sorted then: to walk an index until fifty turn up would mean to pass through all leads.
 */
export async function browseLeads(actor: Actor, listing: LeadListing): Promise<BrowsedPage<LeadShape> & LeadCount> {
  authorise(actor, 'lead.read')
  const { filters = {}, sort = defaultLeadSort, limit = defaultLimit, cursor } = listing
  const { after, orderBy, page } = keyset(gatheredColumns, sql`id`, { sort, cursor })
  const { timeZone } = await companySettings()
  const rows = await db.$queryRaw<(KeysetRow & { all: number })[]>(sql`
    with found as materialized (
      select s.lead_id as id, ${rawValue(sort)} as value from ${listFrom(actor, filters, sortsByLead(sort))}
      where ${leadsWhere(actor, filters, timeZone)} limit ${countedUpTo + 1}
    ),
    counted as (select count(*)::int as "all" from found)
    select counted."all", shown.* from counted left join lateral (
      select id, value from ${withNames(sort)} named where counted."all" <= ${countedUpTo} and ${after}
      order by ${orderBy} limit ${limit + 1}
    ) shown on true order by ${orderBy}`)
  const count = rows[0]?.all ?? 0
  if (count > countedUpTo) return { ...(await walked(actor, listing)), count: countedUpTo, isCapped: true }
  const found = rows.filter(({ id }) => id !== null)
  return { ...(await withLeads(page(found, limit))), count, isCapped: false }
}

/** How many leads the filters find. */
export async function countLeads(actor: Actor, filters: LeadFilters = {}): Promise<LeadCount> {
  authorise(actor, 'lead.read')
  const { timeZone } = await companySettings()
  const [row] = await db.$queryRaw<{ count: number }[]>(sql`
    select count(*)::int as count from (
      select 1 from ${listFrom(actor, filters, false)} where ${leadsWhere(actor, filters, timeZone)} limit ${countedUpTo + 1}
    ) found`)
  const count = row?.count ?? 0
  return { count: Math.min(count, countedUpTo), isCapped: count > countedUpTo }
}

async function withLeads({ data: ids, ...cursors }: BrowsedPage<string>): Promise<BrowsedPage<LeadShape>> {
  const rows = await db.lead.findMany({ where: { id: { in: ids } }, include: leadInclude })
  const byId = new Map(rows.map((row) => [row.id, leadShape(row)]))
  return { data: ids.flatMap((id) => byId.get(id) ?? []), ...cursors }
}
