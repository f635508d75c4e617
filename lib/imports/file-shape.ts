import { type Decimal, shownDecimal } from '@/lib/imports/amounts'
import { CsvProblem, type CsvRow } from '@/lib/imports/csv-reader'
import type { Delimiter, Encoding } from '@/lib/imports/detect'
import { type DateOrder, isEitherOrder, shownOrder } from '@/lib/imports/moments'

/** How a file is written. */
export type FileForm = {
  encoding: Encoding
  delimiter: Delimiter
  /** The sheet of a workbook that it was; its rows are numbered as there. */
  sheet?: string
  /** How many rows that hold something stand before the header. */
  headerAfter?: number
  /** What somebody said of dates and amounts that can be read in two ways. */
  dateOrder?: DateOrder
  decimal?: Decimal
}

/** What was found in a file when it came: kept with the import. */
export type FileShape = FileForm & {
  headers: string[]
  /** The cells of the first rows. */
  samples: string[][]
  /** By column: how often each value is there, most frequent first; null where there are too many to choose from. */
  values: ([string, number][] | null)[]
  /** By column: in which order it writes days and months, where a value of it tells. */
  dateOrders: (DateOrder | null)[]
  /** By column: what stands before the cents, where a value of it tells. */
  decimals: (Decimal | null)[]
  /** By column: a value that can be read in two ways, where no other tells which. */
  openDates: (string | null)[]
  openAmounts: (string | null)[]
  /** The first rows that hold something, the header among them, by their lines. */
  top: { line: number; cells: string[] }[]
}

const mostColumns = 500
const longestHeader = 200
const mostSamples = 20
const mostValues = 60
const longestValue = 100

/** The names of the columns. A column without a name is called by its place. Throws CsvProblem where they name nothing, or two the same. */
export function readHeaders({ cells }: CsvRow): string[] {
  if (cells.length > mostColumns)
    throw new CsvProblem(
      `The file has ${cells.length.toLocaleString('en')} columns; at most ${mostColumns} can be imported.`,
    )
  const names = cells.map((cell) => cell.replaceAll('\0', '').trim())
  if (names.every((name) => name === ''))
    throw new CsvProblem('The first line has no headers. Begin the file with the names of its columns.')
  const headers = names.map((name, at) => (name === '' ? `Column ${at + 1}` : name))
  if (headers.some((header) => header.length > longestHeader))
    throw new CsvProblem(
      `A header is longer than ${longestHeader} characters. Begin the file with the names of its columns.`,
    )
  const doubled = headers.find((name, at) => headers.indexOf(name) !== at)
  if (doubled !== undefined)
    throw new CsvProblem(`The column ${doubled} is there twice. Give each column a name of its own.`)
  return headers
}

/** Looks at every data row of a file, one after the other, and tells what is in it. */
export function fileObserver(headers: string[], found: FileForm, top: FileShape['top'] = []) {
  const samples: string[][] = []
  const counts: (Map<string, number> | null)[] = headers.map(() => new Map())
  const orders = headers.map(() => readTwoWays<DateOrder>())
  const decimals = headers.map(() => readTwoWays<Decimal>())
  let rows = 0

  return {
    see(row: CsvRow) {
      rows++
      if (samples.length < mostSamples) samples.push(headers.map((_, at) => clean(row.cells[at] ?? '')))
      headers.forEach((_, at) => {
        const cell = row.cells[at]?.trim() ?? ''
        const seen = counts[at]
        if (seen) {
          seen.set(cell, (seen.get(cell) ?? 0) + 1)
          if (seen.size > mostValues || cell.length > longestValue || cell.includes('\0')) counts[at] = null
        }
        if (cell.length >= 8 && cell.length <= 30) {
          const order = shownOrder(cell)
          if (order) orders[at]?.tells(order)
          else if (isEitherOrder(cell)) orders[at]?.isOpen(cell)
        }
        if (cell.length >= 3 && cell.length <= 20) {
          const decimal = shownDecimal(cell)
          if (decimal === 'open') decimals[at]?.isOpen(cell)
          else if (decimal) decimals[at]?.tells(decimal)
        }
      })
    },
    result: (): { rows: number; shape: FileShape } => ({
      rows,
      shape: {
        ...found,
        headers,
        samples,
        values: counts.map((seen) => seen && [...seen].sort(([, a], [, b]) => b - a)),
        dateOrders: orders.map(({ told }) => told()),
        decimals: decimals.map(({ told }) => told()),
        openDates: orders.map(({ open }) => open()),
        openAmounts: decimals.map(({ open }) => open()),
        top,
      },
    }),
  }
}

/** Gathers what values tell about how a column is written, and one that could be either. */
function readTwoWays<Way>() {
  const ways = new Set<Way>()
  let either: string | null = null
  const told = () => (ways.size === 1 ? ([...ways][0] ?? null) : null)
  return {
    told,
    tells: (way: Way) => void ways.add(way),
    isOpen: (value: string) => void (either ??= value),
    open: () => (told() === null ? either : null),
  }
}

export const clean = (cell: string) => cell.replaceAll('\0', '␀').trim().slice(0, 200)
