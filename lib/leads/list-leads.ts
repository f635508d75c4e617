import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import { type BrowsedPage, keyset, type KeysetPart, type KeysetRow, walk } from '@/lib/keyset'
import {
  leadAsState,
  leadsWhere,
  listFrom,
  otherWhere,
  stateWhere,
  type Tables,
  tablesOf,
} from '@/lib/leads/filter-sql'
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

/** How many rows of the sort's index are looked at before all that match are sorted instead. */
const lookedAt = 8000
const lookedAtGroups = 500

/** The page without a count: the beginning of the sort's index mostly holds it. */
async function walked(actor: Actor, listing: LeadListing): Promise<BrowsedPage<LeadShape>> {
  const { filters = {}, sort = defaultLeadSort, limit = defaultLimit, cursor } = listing
  const { parts, page } = keyset(leadSortColumns, sql`s.lead_id`, { sort, cursor })
  const { timeZone } = await companySettings()
  const asked = tablesOf(actor, filters)
  const list = {
    tables: tablesOf(actor, filters, sortsByLead(sort) ? 'lead' : 'state'),
    where: leadsWhere(actor, filters, timeZone),
    onState: stateWhere(actor, filters, timeZone),
    others: otherWhere(filters, timeZone),
    sort,
  }
  const isAll = !asked.lead && !asked.state && !asked.touches
  const isInIndex = isAll || (isByCreation(sort) && !list.tables.lead && !list.tables.touches)
  const query = isInIndex ? partOfAll : partOfSome
  const read = (part: KeysetPart, most: number) => db.$queryRaw<KeysetRow[]>(query(part, list, most))
  const found = await walk(isInIndex ? parts : parts.slice(0, 1), limit, read)
  if (isInIndex || found.length > limit) return withLeads(page(found, limit))
  // What is sought lies further on, for instance silent leads among the latest touched.
  return sorted(listing, list)
}

/** Whether the sort's index has all that states are filtered by. */
const isByCreation = (sort: string) => sort.replace('-', '') === 'createdAt'

type List = { tables: Tables; where: Prisma.Sql; onState: Prisma.Sql; others: Prisma.Sql; sort: string }

/** A part of a list that the sort's index answers alone, to its end. */
function partOfAll(part: KeysetPart, { where, sort }: List, most: number): Prisma.Sql {
  const { value, where: beyond, orderBy, groups } = part
  const from = listFrom({ lead: sortsByLead(sort), state: !sortsByLead(sort) })
  if (groups) return ofGroups(part, sql`${groups.from}`, sql`${from} where ${where}`, most)
  return sql`select s.lead_id as id, ${value} as value from ${from} where ${where} and ${beyond} order by ${orderBy} limit ${most}`
}

/** A part of a list with filters, of which only the first rows or groups are looked at. */
function partOfSome(part: KeysetPart, { tables, where, onState, others, sort }: List, most: number): Prisma.Sql {
  const { value, where: beyond, orderBy, groups } = part
  if (groups) {
    // Of groups with one name all are looked at: their leads are mixed by id.
    const first = sql`(
      select * from ${groups.from} where ${groups.within} order by ${groups.orderBy}
      fetch first (${lookedAtGroups}::int) rows with ties
    ) g`
    return ofGroups(part, first, sql`${listFrom(tables)} where ${where}`, most)
  }
  // What the index has is asked of it before so many rows are counted off; other sorts ask all of it afterwards.
  const [atOnce, then] = isByCreation(sort) ? [onState, others] : [sql`s.deleted_at is null`, where]
  const first = sortsByLead(sort)
    ? sql`(select l.* from ${listFrom({ lead: true, state: false })} where l.deleted_at is null and ${beyond} order by ${orderBy} limit ${lookedAt}) l
        ${tables.state ? sql`join lead_state s on s.lead_id = l.id` : sql`cross join ${leadAsState}`}`
    : sql`(select * from lead_state s where ${atOnce} and ${beyond} order by ${orderBy} limit ${lookedAt}) s
        ${tables.lead ? sql`join lead l on l.id = s.lead_id` : Prisma.empty}`
  return sql`select s.lead_id as id, ${value} as value from ${first} where ${then} order by ${orderBy} limit ${most}`
}

/** Leads by the groups that they name, of each no more than the page has room for. */
function ofGroups({ value, where, orderBy, groups }: KeysetPart, from: Prisma.Sql, leads: Prisma.Sql, most: number) {
  return sql`
    select s.lead_id as id, ${value} as value from ${from} cross join lateral (
      select s.lead_id from ${leads} and ${where} order by ${groups?.byId} limit ${most}
    ) s where ${groups?.within} order by ${orderBy} limit ${most}`
}

/** The page found by sorting all that match. `offset 0` keeps the database from walking the index after all. */
async function sorted({ limit = defaultLimit, cursor }: LeadListing, { tables, where, sort }: List) {
  const { after, orderBy, page } = keyset(gatheredColumns, sql`id`, { sort, cursor })
  const gathered = sql`(
    select s.lead_id as id, ${rawValue(sort)} as value from ${listFrom(tables)} where ${where} offset 0
  )`
  const found = await db.$queryRaw<KeysetRow[]>(sql`
    select id, value from ${withNames(sort, gathered)} named where ${after} order by ${orderBy} limit ${limit + 1}`)
  return withLeads(page(found, limit))
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
  const tables = tablesOf(actor, filters)
  // Of lists by touches and leads, what they are sorted by is looked up for the few alone: indexes find these leads
  // without their rows.
  const isAtHand = tables.state && !tables.lead && !tables.touches && !sortsByLead(sort)
  const gathered = isAtHand
    ? sql`found`
    : sql`(
        select found.id, ${rawValue(sort)} as value from found
        join ${sortsByLead(sort) ? sql`lead l on l.id` : sql`lead_state s on s.lead_id`} = found.id
      )`
  const rows = await db.$queryRaw<(KeysetRow & { all: number })[]>(sql`
    with found as materialized (
      select s.lead_id as id ${isAtHand ? sql`, ${rawValue(sort)} as value` : Prisma.empty} from ${listFrom(tables)}
      where ${leadsWhere(actor, filters, timeZone)} limit ${countedUpTo + 1}
    ),
    counted as (select count(*)::int as "all" from found)
    select counted."all", shown.* from counted left join lateral (
      select id, value from ${withNames(sort, gathered)} named where counted."all" <= ${countedUpTo} and ${after}
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
      select 1 from ${listFrom(tablesOf(actor, filters))} where ${leadsWhere(actor, filters, timeZone)} limit ${countedUpTo + 1}
    ) found`)
  const count = row?.count ?? 0
  return { count: Math.min(count, countedUpTo), isCapped: count > countedUpTo }
}

async function withLeads({ data: ids, ...cursors }: BrowsedPage<string>): Promise<BrowsedPage<LeadShape>> {
  const rows = await db.lead.findMany({ where: { id: { in: ids } }, include: leadInclude })
  const byId = new Map(rows.map((row) => [row.id, leadShape(row)]))
  return { data: ids.flatMap((id) => byId.get(id) ?? []), ...cursors }
}
