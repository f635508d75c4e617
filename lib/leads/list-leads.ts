import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import { invalid } from '@/lib/errors'
import { leadsFrom, leadsWhere } from '@/lib/leads/filter-sql'
import { defaultLeadSort, type LeadFilters, type LeadSort, leadSorts } from '@/lib/leads/filters'
import { leadInclude, leadShape, type LeadShape } from '@/lib/leads/lead-shape'
import { type Cursor, defaultLimit, type Page, readCursor, writeCursor } from '@/lib/page'
import { companySettings } from '@/lib/settings/queries'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

const isTime = (value: string) => !Number.isNaN(Date.parse(value))
const isNumber = (value: string) => value.trim() !== '' && Number.isFinite(Number(value))

/** What a sort compares, the type that its cursor is read back as, and whether a cursor's value can be of that type. */
const sortColumns: Record<LeadSort, { column: Prisma.Sql; type: Prisma.Sql; fits: (value: string) => boolean }> = {
  createdAt: { column: sql`l.created_at`, type: sql`timestamptz`, fits: isTime },
  lastTouchAt: { column: sql`s.last_touch_at`, type: sql`timestamptz`, fits: isTime },
  touchCount: { column: sql`s.touch_count`, type: sql`int`, fits: isNumber },
  name: {
    column: sql`lower(coalesce(l.first_name, '') || ' ' || coalesce(l.last_name, '')) collate "C"`,
    type: sql`text`,
    fits: () => true,
  },
  value: { column: sql`l.value`, type: sql`numeric`, fits: isNumber },
  closedAt: { column: sql`s.closed_at`, type: sql`timestamptz`, fits: isTime },
}

type Sorting = { by: LeadSort; isDescending: boolean; word: string }

function sortingOf(word: string): Sorting {
  const isDescending = word.startsWith('-')
  const name = isDescending ? word.slice(1) : word
  return { by: leadSorts.find((sort) => sort === name) ?? 'createdAt', isDescending, word }
}

/** The rows after the cursor. Without a value come last in descending order, first in ascending, as in the indexes. */
function afterCursor({ by, isDescending }: Sorting, { value, id }: Cursor): Prisma.Sql {
  const { column, type, fits } = sortColumns[by]
  if (value !== null && !fits(String(value))) throw invalid({ cursor: 'This cursor is not one of ours.' })
  const typed = sql`${value === null ? null : String(value)}::text::${type}`
  if (isDescending)
    return value === null
      ? sql`(${column} is null and l.id < ${id}::uuid)`
      : sql`((${column}, l.id) < (${typed}, ${id}::uuid) or ${column} is null)`
  return value === null
    ? sql`((${column} is null and l.id > ${id}::uuid) or ${column} is not null)`
    : sql`(${column}, l.id) > (${typed}, ${id}::uuid)`
}

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
  const sorting = sortingOf(sort)
  const cursor = readCursor(listing.cursor, sort)
  const { column } = sortColumns[sorting.by]
  const { timeZone } = await companySettings()
  const where = leadsWhere(actor, filters, timeZone)
  const found = await db.$queryRaw<{ id: string; value: Date | string | number | Prisma.Decimal | null }[]>(sql`
    select l.id, ${column} as value from ${leadsFrom}
    where ${where} ${cursor ? sql`and ${afterCursor(sorting, cursor)}` : Prisma.empty}
    order by ${column} ${sorting.isDescending ? sql`desc nulls last` : sql`asc nulls first`},
      l.id ${sorting.isDescending ? sql`desc` : sql`asc`}
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
