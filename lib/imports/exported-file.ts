import * as z from 'zod'
import { standingColumns } from '@/lib/exports/lead-columns'

/**
 * A file of leads that Baton itself exported: these three columns are its first. What Baton counts and decides itself is
 * nothing that a lead could be told, and the details of a lead are in one column.
 */
const [idColumn, ...nextColumns] = ['id', 'externalId', 'email']

const counted = new Set<string>(['id', 'name', ...standingColumns])

/** Whether the headers are those of an export of leads, or of the rows of one that failed. */
export function isExport(headers: string[]): boolean {
  const at = headers.indexOf(idColumn ?? '')
  return at !== -1 && nextColumns.every((name, nth) => headers[at + 1 + nth] === name)
}

/** Whether a column of such an export is no fact of the lead to be kept under its header. */
export const isOfExports = (header: string): boolean => header === 'details' || counted.has(header)

const storable = z.string().refine((value) => !value.includes('\0') && value.isWellFormed())
const details = z.record(storable, z.union([storable, z.number(), z.boolean(), z.null()]))

/** The details that a cell of such a column holds; null where they can not be read. */
export function exportedDetails(header: string, cell: string): [string, unknown][] | null {
  if (header !== 'details' || cell === '') return []
  try {
    return Object.entries(details.parse(JSON.parse(cell)))
  } catch {
    return null
  }
}
