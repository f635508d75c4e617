import 'server-only'
import { invalid } from '@/lib/errors'
import { type Cursor, isMoment, type Page, readCursor, writeCursor } from '@/lib/page'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** The types that lists are sorted by: as which a cursor's value is read back, and whether it can be of that type. */
const types = {
  time: { cast: sql`timestamptz`, fits: isMoment },
  day: { cast: sql`date`, fits: isMoment },
  whole: { cast: sql`int`, fits: (value: string) => /^\d{1,9}$/.test(value) },
  amount: { cast: sql`numeric`, fits: (value: string) => /^\d{1,12}(\.\d{1,2})?$/.test(value) },
  text: { cast: sql`text`, fits: (value: string) => !value.includes('\0') },
} as const

/**
 * What a sort compares. `id` is the id in the column's own table where that is another one (so that one index has
 * both); `isAlwaysThere` says that no row is without the value.
 */
export type SortColumn = {
  column: Prisma.Sql
  type: keyof typeof types
  id?: Prisma.Sql
  isAlwaysThere?: true
  groups?: SortGroups
}

/** Where the value stands in a table of its own, `from`, in which `id` is what a row of the list names as its `member`. */
export type SortGroups = { from: Prisma.Sql; id: Prisma.Sql; member: Prisma.Sql }

/**
 * Rows that follow each other in one index: those with a value, or those without. Of groups, those `within` are walked
 * in the order of `groups.orderBy`, the rows of each in the order of `byId`.
 */
export type KeysetPart = {
  value: Prisma.Sql
  where: Prisma.Sql
  orderBy: Prisma.Sql
  isWithoutValue: boolean
  groups: (SortGroups & { within: Prisma.Sql; orderBy: Prisma.Sql; byId: Prisma.Sql }) | null
}

/** A row of a page: its id, and the value it is sorted by. */
export type KeysetRow = { id: string; value: Date | string | number | Prisma.Decimal | null }

/** A page that can also be walked backwards. `previousCursor` is null on the first page. */
export type BrowsedPage<Row> = Page<Row> & { previousCursor: string | null }

/** A cursor for the page before says so in the sort that it was made by. */
const backwards = (sort: string) => `before ${sort}`

/**
 * Pages of a sorted list by where the page before ended, not by counting rows, so that the last page is as fast as the
 * first. `sort` is a name of `columns`, `-` before it for descending; rows without a value come last descending and
 * first ascending, equal ones by `id`. Used in a query as `select id, value … where … and after order by orderBy limit n + 1`.
 *
 * Throws INVALID for a cursor of another list or sort.
 */
export function keyset<Name extends string>(
  columns: Record<Name, SortColumn>,
  rowId: Prisma.Sql,
  { sort, cursor: text }: { sort: string; cursor: string | undefined },
) {
  const isDescending = sort.startsWith('-')
  const name = (isDescending ? sort.slice(1) : sort) as Name
  const sorted = columns[name]
  const { column, id = rowId } = sorted
  const { cursor, isBackwards } = whereFrom(text, sort)
  const goesDown = isDescending !== isBackwards
  if (cursor) check(sorted, cursor)
  return {
    value: column,
    after: cursor ? beyond(sorted, id, goesDown, cursor) : sql`true`,
    orderBy: orderOf(sorted, id, goesDown),
    parts: partsOf(sorted, id, goesDown, cursor),
    /** The same for who sorts without the database: from where on, and whether downwards. */
    cursor,
    goesDown,
    /** The page of what was found, with the cursors to both sides; `found` has one row more when the list goes on. */
    page(found: KeysetRow[], limit: number): BrowsedPage<string> {
      const rows = found.slice(0, limit)
      if (isBackwards) rows.reverse()
      const hasMore = found.length > limit
      const [first, last] = [rows.at(0), rows.at(-1)]
      return {
        data: rows.map((row) => row.id),
        nextCursor: last && (isBackwards || hasMore) ? cursorAt(last, sort) : null,
        previousCursor: first && (isBackwards ? hasMore : cursor) ? cursorAt(first, backwards(sort)) : null,
      }
    },
  }
}

/** An index in its plain order serves both directions, but only without a word on rows that have no value. */
function orderOf({ column, isAlwaysThere }: SortColumn, id: Prisma.Sql, goesDown: boolean): Prisma.Sql {
  if (isAlwaysThere) return goesDown ? sql`${column} desc, ${id} desc` : sql`${column}, ${id}`
  return goesDown ? sql`${column} desc nulls last, ${id} desc` : sql`${column} nulls first, ${id}`
}

function whereFrom(text: string | undefined, sort: string): { cursor: Cursor | null; isBackwards: boolean } {
  try {
    return { cursor: readCursor(text, sort), isBackwards: false }
  } catch {
    return { cursor: readCursor(text, backwards(sort)), isBackwards: true }
  }
}

function check({ type, isAlwaysThere }: SortColumn, { value }: Cursor): void {
  if (value === null ? isAlwaysThere : !types[type].fits(String(value)))
    throw invalid({ cursor: 'This cursor is not one of ours. Begin without one.' })
}

/** The rows beyond the cursor, in the direction of the walk. */
function beyond(sorted: SortColumn, rowId: Prisma.Sql, goesDown: boolean, cursor: Cursor): Prisma.Sql {
  const { column, isAlwaysThere } = sorted
  if (cursor.value === null) {
    const amongEmpty = sql`${column} is null and ${furtherId(rowId, goesDown, cursor)}`
    return goesDown ? sql`(${amongEmpty})` : sql`((${amongEmpty}) or ${column} is not null)`
  }
  const further = furtherValue(sorted, rowId, goesDown, cursor)
  return goesDown && !isAlwaysThere ? sql`(${further} or ${column} is null)` : further
}

const typed = ({ type }: SortColumn, { value }: Cursor) => sql`${String(value)}::text::${types[type].cast}`

const furtherId = (rowId: Prisma.Sql, goesDown: boolean, { id }: Cursor) =>
  goesDown ? sql`${rowId} < ${id}::uuid` : sql`${rowId} > ${id}::uuid`

const furtherValue = (sorted: SortColumn, rowId: Prisma.Sql, goesDown: boolean, cursor: Cursor) =>
  sql`(${sorted.column}, ${rowId}) ${goesDown ? sql`<` : sql`>`} (${typed(sorted, cursor)}, ${cursor.id}::uuid)`

/** What of the list lies beyond the cursor, as parts that are read one after another until a page is full. */
function partsOf(sorted: SortColumn, rowId: Prisma.Sql, goesDown: boolean, cursor: Cursor | null): KeysetPart[] {
  const { column, groups = null, isAlwaysThere } = sorted
  const member = groups?.member ?? column
  const isAmongEmpty = cursor !== null && cursor.value === null
  const fromHere = cursor && !isAmongEmpty
  const byId = goesDown ? sql`${rowId} desc` : rowId
  const valued: KeysetPart = {
    value: column,
    where: join([
      sql`${member} ${groups ? sql`= ${groups.id}` : sql`is not null`}`,
      ...(fromHere ? [furtherValue(sorted, rowId, goesDown, cursor)] : []),
    ]),
    orderBy: orderOf(groups ? { ...sorted, isAlwaysThere: true } : sorted, rowId, goesDown),
    isWithoutValue: false,
    groups: groups && {
      ...groups,
      orderBy: goesDown ? sql`${column} desc` : column,
      within: fromHere ? sql`${column} ${goesDown ? sql`<=` : sql`>=`} ${typed(sorted, cursor)}` : sql`true`,
      byId,
    },
  }
  if (isAlwaysThere) return [{ ...valued, where: fromHere ? furtherValue(sorted, rowId, goesDown, cursor) : sql`true` }]
  const empty: KeysetPart = {
    value: sql`null`,
    where: join([sql`${member} is null`, ...(isAmongEmpty ? [furtherId(rowId, goesDown, cursor)] : [])]),
    orderBy: byId,
    isWithoutValue: true,
    groups: null,
  }
  if (goesDown) return isAmongEmpty ? [empty] : [valued, empty]
  return fromHere ? [valued] : [empty, valued]
}

const join = (conditions: Prisma.Sql[]) => Prisma.join(conditions, ' and ')

/** Reads the parts one after another until the page is full, with one row more when the list goes on. */
export async function walk(
  parts: KeysetPart[],
  limit: number,
  read: (part: KeysetPart, most: number) => Promise<KeysetRow[]>,
): Promise<KeysetRow[]> {
  const rows: KeysetRow[] = []
  for (const part of parts) if (rows.length <= limit) rows.push(...(await read(part, limit + 1 - rows.length)))
  return rows
}

function cursorAt({ id, value }: KeysetRow, sort: string): string {
  if (value === null || typeof value === 'number') return writeCursor({ sort, value, id })
  return writeCursor({ sort, value: value instanceof Date ? value.toISOString() : String(value), id })
}
