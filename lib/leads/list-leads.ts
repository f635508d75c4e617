import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import { leadsFrom, leadsWhere } from '@/lib/leads/filter-sql'
import { defaultLeadSort, type LeadFilters } from '@/lib/leads/filters'
import { leadInclude, leadShape, type LeadShape } from '@/lib/leads/lead-shape'
import { defaultLimit, type Page, readCursor, writeCursor } from '@/lib/page'
import { sortSql } from '@/lib/leads/sort-sql'
import { companySettings } from '@/lib/settings/queries'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

export type LeadListing = {
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
  const { filters = {}, sort = defaultLeadSort, limit = defaultLimit } = listing
  const sorting = sortSql(sort)
  const cursor = readCursor(listing.cursor, sort)
  const { timeZone } = await companySettings()
  const where = leadsWhere(actor, filters, timeZone)
  const found = await db.$queryRaw<{ id: string; value: Date | string | number | Prisma.Decimal | null }[]>(sql`
    select l.id, ${sorting.value} as value from ${leadsFrom}
    where ${where} ${cursor ? sql`and ${sorting.after(cursor)}` : Prisma.empty}
    order by ${sorting.order}
    limit ${limit + 1}`)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const nextCursor =
    found.length > limit && last ? writeCursor({ sort, value: cursorValue(last.value), id: last.id }) : null
  return { data: await leadsByIds(page.map(({ id }) => id)), nextCursor }
}

const cursorValue = (value: Date | string | number | Prisma.Decimal | null) => {
  if (value === null || typeof value === 'number') return value
  return value instanceof Date ? value.toISOString() : String(value)
}

async function leadsByIds(ids: string[]): Promise<LeadShape[]> {
  const rows = await db.lead.findMany({ where: { id: { in: ids } }, include: leadInclude })
  const byId = new Map(rows.map((row) => [row.id, leadShape(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Up to where leads are counted one by one. */
const countedUpTo = 10_000

/** How many leads the filters find, exact up to 10,000; `isCapped` says that there are more. */
export async function countLeads(
  actor: Actor,
  filters: LeadFilters = {},
): Promise<{ count: number; isCapped: boolean }> {
  authorise(actor, 'lead.read')
  const { timeZone } = await companySettings()
  const [row] = await db.$queryRaw<{ count: number }[]>(sql`
    select count(*)::int as count from (
      select 1 from ${leadsFrom} where ${leadsWhere(actor, filters, timeZone)} limit ${countedUpTo + 1}
    ) found`)
  const count = row?.count ?? 0
  return { count: Math.min(count, countedUpTo), isCapped: count > countedUpTo }
}
