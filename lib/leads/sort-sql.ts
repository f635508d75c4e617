import 'server-only'
import { invalid } from '@/lib/errors'
import { type LeadSort, leadSorts } from '@/lib/leads/filters'
import type { Cursor } from '@/lib/page'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

type SortColumn = {
  column: Prisma.Sql
  /** The type that a cursor's value is read back as, and whether a value can be of it. */
  type: Prisma.Sql
  fits: (value: string) => boolean
  /** No lead is without it. Of the others those without come last when descending, first when ascending. */
  isComplete: boolean
}

const isTime = (value: string) => !Number.isNaN(Date.parse(value))
const isNumber = (value: string) => /^-?\d{1,15}(\.\d+)?$/.test(value)
const isText = () => true

/** What each sort compares. The columns and expressions are those of the indexes, to the letter. */
const sortColumns: Record<LeadSort, SortColumn> = {
  createdAt: { column: sql`l.created_at`, type: sql`timestamptz`, fits: isTime, isComplete: true },
  lastTouchAt: { column: sql`s.last_touch_at`, type: sql`timestamptz`, fits: isTime, isComplete: false },
  touchCount: { column: sql`s.touch_count`, type: sql`int`, fits: isNumber, isComplete: true },
  name: {
    column: sql`(lower(coalesce(l.first_name, '') || ' ' || coalesce(l.last_name, '')) collate "C")`,
    type: sql`text`,
    fits: isText,
    isComplete: true,
  },
  value: { column: sql`l.value`, type: sql`numeric`, fits: isNumber, isComplete: false },
  closedAt: { column: sql`s.closed_at`, type: sql`timestamptz`, fits: isTime, isComplete: false },
}

/** A sort as SQL over `leadsFrom`: the value that a cursor keeps, the order, and the rows after a cursor. */
export function sortSql(word: string) {
  const isDescending = word.startsWith('-')
  const name = isDescending ? word.slice(1) : word
  const sorting = sortColumns[leadSorts.find((sort) => sort === name) ?? 'createdAt']
  const { column, isComplete } = sorting
  const direction = isDescending ? sql`desc` : sql`asc`
  const nulls = isDescending ? sql`nulls last` : sql`nulls first`
  return {
    value: column,
    order: sql`${column} ${direction} ${isComplete ? Prisma.empty : nulls}, l.id ${direction}`,
    after: (cursor: Cursor) => afterCursor(sorting, isDescending, cursor),
  }
}

/** Throws INVALID where the cursor's value is none of this sort. */
function afterCursor({ column, type, fits, isComplete }: SortColumn, isDescending: boolean, { value, id }: Cursor) {
  if (value === null ? isComplete : !fits(String(value)))
    throw invalid({ cursor: 'This cursor is not one of ours. Begin without one.' })
  if (value === null)
    return isDescending
      ? sql`(${column} is null and l.id < ${id}::uuid)`
      : sql`((${column} is null and l.id > ${id}::uuid) or ${column} is not null)`
  const last = sql`(${String(value)}::text::${type}, ${id}::uuid)`
  if (!isDescending) return sql`(${column}, l.id) > ${last}`
  return isComplete ? sql`(${column}, l.id) < ${last}` : sql`((${column}, l.id) < ${last} or ${column} is null)`
}
