import * as z from 'zod'
import { invalid } from '@/lib/errors'

/** How many rows a page of a list has. */
export const defaultLimit = 50
const mostLimit = 200

/** The query parameters that every list takes: `limit` 1 to 200, and the opaque `cursor` of the page before. */
export const pageParameters = {
  limit: z
    .string()
    .regex(/^\d{1,4}$/, `Choose a limit from 1 to ${mostLimit}.`)
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= mostLimit, `Choose a limit from 1 to ${mostLimit}.`)
    .optional(),
  cursor: z.string().max(2000, 'This cursor is not one of ours.').optional(),
}

export type Page<Row> = { data: Row[]; nextCursor: string | null }

/** Where a page ends: the sort it was made by, the sort value of its last row (null: it has none) and that row's id. */
export type Cursor = { sort: string; value: string | number | null; id: string }

const cursorShape = z.tuple([z.number(), z.string(), z.union([z.string(), z.number(), z.null()]), z.guid()])

/** Cuts a page out of one row more than its limit. `place` says where its last row stands in the sort. */
export function cutPage<Row>(rows: Row[], limit: number, place: (last: Row) => Cursor): Page<Row> {
  const data = rows.slice(0, limit)
  const last = data.at(-1)
  return { data, nextCursor: rows.length > limit && last ? writeCursor(place(last)) : null }
}

/** A cursor as a word for addresses: opaque, and with a checksum, so that one that was changed is told from ours. */
export function writeCursor({ sort, value, id }: Cursor): string {
  const text = JSON.stringify([checksum(sort, value, id), sort, value, id])
  return Buffer.from(text).toString('base64url')
}

/** Reads a cursor. Throws INVALID when it is not ours, or was made by none of these sorts. */
export function readCursor(cursor: string | undefined, ...sorts: string[]): Cursor | null {
  if (cursor === undefined) return null
  const read = cursorShape.safeParse(parsed(Buffer.from(cursor, 'base64url').toString()))
  const [, ...place] = read.data ?? []
  const found = { sort: place[0] ?? '', value: place[1] ?? null, id: place[2] ?? '' }
  if (!read.success || !sorts.includes(found.sort) || writeCursor(found) !== cursor)
    throw invalid({ cursor: 'This cursor is not one of this list and sort. Begin without one.' })
  return found
}

/** FNV-1a in 32 bits: no secret, for a cursor shows nothing that its reader may not see anyway. */
function checksum(...parts: unknown[]): number {
  let hash = 0x811c9dc5
  for (const character of JSON.stringify(parts)) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** A moment in UTC as cursors write it, of a day that the calendar has. Postgres has no year 0. */
export const isMoment = (value: unknown): value is string =>
  z.iso
    .datetime()
    .refine((moment) => !moment.startsWith('0000'))
    .safeParse(value).success

/** The moment of a cursor whose sort is by time. Throws INVALID when it holds none. */
export function momentOf({ value }: Cursor): Date {
  if (!isMoment(value)) throw invalid({ cursor: 'This cursor is not one of ours. Begin without one.' })
  return new Date(value)
}

/** The words of a cursor whose sort is by name. Throws INVALID when it holds none. */
export function wordsOf({ value }: Cursor): string {
  if (typeof value !== 'string' || value.includes('\0'))
    throw invalid({ cursor: 'This cursor is not one of ours. Begin without one.' })
  return value
}
