import type { Decimal } from '@/lib/imports/amounts'
import type { CsvRow } from '@/lib/imports/csv-reader'
import { exportedDetails, isExport, isOfExports } from '@/lib/imports/exported-file'
import type { ImportField } from '@/lib/imports/fields'
import type { CheckedMapping } from '@/lib/imports/mapping'
import type { DateOrder } from '@/lib/imports/moments'

/** Why a row can not be taken in: a sentence for the person who mends it. */
export class RowProblem extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'RowProblem'
  }
}

/** A row by the names of our fields: words of ours where the mapping translates them, empty cells left out. */
export type MappedRow = {
  text: Partial<Record<ImportField, string>>
  /** What stood in the cell of a field before it was translated. */
  original: Partial<Record<ImportField, string>>
  /** The columns that are no field of ours. */
  details: Record<string, unknown>
  /** In which order the column of a field writes days and months. */
  orders: Partial<Record<ImportField, DateOrder>>
  /** What stands before the cents in the column of a field. */
  decimals: Partial<Record<ImportField, Decimal>>
  /** Fields that have a column whose cell is empty, and columns of no field. */
  empty: { fields: ImportField[]; details: string[] }
}

/** How the columns of a file write dates and amounts, where that is known. */
export type Writing = { dateOrders: (DateOrder | null)[]; decimals: (Decimal | null)[] }

/**
 * A cell that a spreadsheet was kept from taking for a formula: one apostrophe is not the text's own. A text that begins so
 * by itself is exported with one more.
 */
const guarded = /^'(?='*[=+\-@\t\r])/

/** What a cell says: without spaces around it and without a guard against formulas. */
export const saidBy = (cell: string) => cell.trim().replace(guarded, '')

/** Some systems write all addresses of a person into one cell: the first is theirs, the cell is kept in the details too. */
function firstAddress(field: ImportField, cell: string): [text: string, isOneOfSeveral: boolean] {
  if (field !== 'email' && field !== 'lead.email') return [cell, false]
  const [first = '', ...others] = cell.split(/[,;]/).map((address) => address.trim())
  const areAddresses = others.length > 0 && [first, ...others].every((address) => address.includes('@'))
  return areAddresses ? [first, true] : [cell, false]
}

/** Reads the rows of one file by its mapping. The function throws RowProblem for NUL bytes and cells beyond the headers. */
export function rowReader(
  headers: string[],
  { columns, values, defaults }: CheckedMapping,
  { dateOrders, decimals: columnDecimals }: Writing,
) {
  const isOurs = isExport(headers)
  const orders: MappedRow['orders'] = {}
  const decimals: MappedRow['decimals'] = {}
  columns.forEach((field, at) => {
    const order = dateOrders[at]
    const decimal = columnDecimals[at]
    if (field && order) orders[field] = order
    if (field && decimal) decimals[field] = decimal
  })

  return ({ cells }: CsvRow): MappedRow => {
    if (cells.some((cell) => cell.includes('\0')))
      throw new RowProblem('A cell holds a NUL byte, which can not be stored.')
    if (cells.slice(headers.length).some((cell) => cell.trim() !== ''))
      throw new RowProblem(
        `The row has ${cells.length} cells, but there are ${headers.length} columns. Is a quote missing?`,
      )
    const empty: MappedRow['empty'] = { fields: [], details: [] }
    const row: MappedRow = { text: {}, original: {}, details: {}, orders, decimals, empty }
    const details: [string, unknown][] = []
    headers.forEach((header, at) => {
      const cell = saidBy(cells[at] ?? '')
      const field = columns[at]
      if (!field && isOurs && isOfExports(header)) {
        const exported = exportedDetails(header, cell)
        if (!exported) throw new RowProblem('The details can not be read as an export of Baton writes them.')
        details.push(...exported)
      } else if (!field) {
        if (cell !== '') details.push([header, cell])
        else empty.details.push(header)
      } else {
        const [first, isOneOfSeveral] = firstAddress(field, cell)
        const text = values.get(field)?.get(cell.toLowerCase()) ?? first
        if (isOneOfSeveral) details.push([header, cell])
        if (text !== '') row.text[field] = text
        if (cell !== '') row.original[field] = cell
      }
    })
    for (const [field, value] of defaults) row.text[field] ??= value
    empty.fields = columns.filter((field) => field !== null && row.text[field] === undefined) as ImportField[]
    row.details = Object.fromEntries(details)
    return row
  }
}
