import 'server-only'
import { type CellFormat, plainNumber, serialInWords } from '@/lib/workbooks/cell-formats'
import { textListener, unescaped } from '@/lib/workbooks/cell-texts'
import { damaged, tooLarge } from '@/lib/workbooks/workbook-problem'
import { type XmlListener, xmlElements } from '@/lib/workbooks/xml-elements'

/** A row of a sheet by its number, which begins with 1, and its cells as text. */
export type SheetRow = { number: number; cells: string[] }

/** What cells refer to. */
export type CellContext = { texts: string[]; formats: CellFormat[]; isFrom1904: boolean }

/** The size of a sheet of Excel. */
const mostRows = 1_048_576
const mostColumns = 16_384

/** Reads the rows of a sheet that hold something, some at a time. Throws CsvProblem. */
export async function* sheetRows(source: AsyncIterable<Uint8Array>, context: CellContext): AsyncGenerator<SheetRow[]> {
  let rows: SheetRow[] = []
  let row: SheetRow = { number: 0, cells: [] }
  let column = 0
  let cell = { type: 'n', style: 0 }
  let value = ''
  let isValue = false
  const inline = textListener()

  const listener: XmlListener = {
    open(name, attribute) {
      if (name === 'row') {
        row = { number: numberOf(attribute('r'), row.number + 1, mostRows), cells: [] }
        column = 0
      } else if (name === 'c') {
        column = columnOf(attribute('r')) ?? column + 1
        if (column > mostColumns) throw damaged()
        cell = { type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0) }
        value = ''
      } else if (name === 'v') isValue = true
      else inline.open(name, attribute)
    },
    text(text) {
      if (isValue) value += text
      else inline.text?.(text)
    },
    close(name) {
      if (name === 'v') isValue = false
      else if (name === 'c') {
        const text = cellText(cell.type, value, inline.taken(), context.formats[cell.style] ?? 'number', context)
        if (text !== '') put(row.cells, column, text)
      } else if (name === 'row') {
        if (row.cells.length > 0) rows.push(row)
      } else inline.close?.(name)
    },
  }
  const take = () => {
    const taken = rows
    rows = []
    return taken
  }
  for await (const some of xmlElements(source, listener, take)) if (some.length > 0) yield some
}

function put(cells: string[], column: number, text: string) {
  while (cells.length < column - 1) cells.push('')
  cells[column - 1] = text
}

function numberOf(said: string | undefined, next: number, most: number): number {
  if (said === undefined && next > most) throw tooLarge()
  const number = said === undefined ? next : Number(said)
  if (!Number.isInteger(number) || number < next || number > most) throw damaged()
  return number
}

/** The column of a reference such as AB12, which begins with 1. */
function columnOf(reference: string | undefined): number | undefined {
  const [letters] = /^[A-Z]{1,3}/.exec(reference ?? '') ?? []
  if (!letters) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** What a cell shows as text: of a formula what it came to, of an error nothing. */
function cellText(type: string, value: string, inline: string, format: CellFormat, context: CellContext): string {
  if (type === 'inlineStr') return inline
  if (value === '') return ''
  if (type === 's') return context.texts[Number(value)] ?? ''
  if (type === 'str') return unescaped(value)
  if (type === 'b') return value === '1' || value === 'true' ? 'true' : 'false'
  if (type === 'e') return ''
  if (type === 'd') return value.replace(/T00:00:00(\.0+)?Z?$/, '')
  if (format === 'number') return plainNumber(value)
  const serial = Number(value)
  return Number.isFinite(serial) ? serialInWords(serial, format, context.isFrom1904) : value
}
