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
export type SortColumn = { column: Prisma.Sql; type: keyof typeof types; id?: Prisma.Sql; isAlwaysThere?: true }

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
  return {
    value: column,
    after: cursor ? beyond(sorted, id, goesDown, cursor) : sql`true`,
    orderBy: orderOf(sorted, id, goesDown),
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

/** The rows beyond the cursor, in the direction of the walk. */
function beyond(sorted: SortColumn, rowId: Prisma.Sql, goesDown: boolean, { value, id }: Cursor): Prisma.Sql {
  const { column, type, isAlwaysThere } = sorted
  const { cast, fits } = types[type]
  if (value === null ? isAlwaysThere : !fits(String(value)))
    throw invalid({ cursor: 'This cursor is not one of ours. Begin without one.' })
  const typed = sql`${value === null ? null : String(value)}::text::${cast}`
  if (value === null)
    return goesDown
      ? sql`(${column} is null and ${rowId} < ${id}::uuid)`
      : sql`((${column} is null and ${rowId} > ${id}::uuid) or ${column} is not null)`
  const further = sql`(${column}, ${rowId}) ${goesDown ? sql`<` : sql`>`} (${typed}, ${id}::uuid)`
  return goesDown && !isAlwaysThere ? sql`(${further} or ${column} is null)` : further
}

function cursorAt({ id, value }: KeysetRow, sort: string): string {
  if (value === null || typeof value === 'number') return writeCursor({ sort, value, id })
  return writeCursor({ sort, value: value instanceof Date ? value.toISOString() : String(value), id })
}
