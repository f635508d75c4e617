import type { CsvRow } from '@/lib/imports/csv-reader'
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
  details: Record<string, string>
  /** In which order the column of a field writes days and months. */
  orders: Partial<Record<ImportField, DateOrder>>
}

/** A cell that a spreadsheet was kept from taking for a formula. */
const guarded = /^'(?=[=+\-@\t\r])/

/** Reads the rows of one file by its mapping. The function throws RowProblem for NUL bytes and cells beyond the headers. */
export function rowReader(
  headers: string[],
  { columns, values, defaults }: CheckedMapping,
  dateOrders: (DateOrder | null)[],
) {
  const orders: MappedRow['orders'] = {}
  columns.forEach((field, at) => {
    const order = dateOrders[at]
    if (field && order) orders[field] = order
  })

  return ({ cells }: CsvRow): MappedRow => {
    if (cells.some((cell) => cell.includes('\0')))
      throw new RowProblem('A cell holds a NUL byte, which can not be stored.')
    if (cells.slice(headers.length).some((cell) => cell.trim() !== ''))
      throw new RowProblem(
        `The row has ${cells.length} cells, but there are ${headers.length} columns. Is a quote missing?`,
      )
    const row: MappedRow = { text: {}, original: {}, details: {}, orders }
    const details: [string, string][] = []
    headers.forEach((header, at) => {
      const cell = (cells[at] ?? '').trim().replace(guarded, '')
      const field = columns[at]
      if (!field) {
        if (cell !== '') details.push([header, cell])
        return
      }
      const text = values.get(field)?.get(cell.toLowerCase()) ?? cell
      if (text !== '') row.text[field] = text
      if (cell !== '') row.original[field] = cell
    })
    for (const [field, value] of defaults) row.text[field] ??= value
    row.details = Object.fromEntries(details)
    return row
  }
}
