/** One record of a CSV file: the line on which it begins (the first is 1), and its cells as they came. */
export type CsvRow = { line: number; cells: string[] }

/** What keeps a text from being read as CSV at all; `message` is a sentence for people. */
export class CsvProblem extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'CsvProblem'
  }
}

/** Characters of one record: longer ones are no rows of people, but a file that is something else. */
export const longestRecord = 1_000_000

const lineFeed = 10
const carriageReturn = 13
const spacesThenQuote = / *"/y

/**
 * Reads CSV (RFC 4180) piece by piece: cells in quotes may hold delimiters, line ends and doubled quotes; lines end
 * with \n, \r\n or \r, also mixed. Quotes within a bare cell are ordinary characters.
 *
 * `push` gives the records that are complete, `end` the last one; their `line` is their number where `countsRecords` (of
 * a sheet, whose rows may hold line ends). Throws CsvProblem for a quote that is never closed and for a record that is
 * too long.
 */
export function csvReader(
  delimiter: string,
  { countsRecords = false }: { countsRecords?: boolean } = {},
): { push: (text: string) => CsvRow[]; end: () => CsvRow[] } {
  const delimiterCode = delimiter.charCodeAt(0)
  let pending = ''
  let line = 1

  function read(isEnd: boolean): CsvRow[] {
    const rows: CsvRow[] = []
    let start = 0
    while (start < pending.length) {
      const record = readRecord(pending, start, delimiterCode, isEnd)
      if (record === 'unfinished') break
      if (record.end - start > longestRecord) throw tooLong(line)
      rows.push({ line, cells: record.cells })
      line += countsRecords ? 1 : record.lines
      start = record.end
    }
    pending = pending.slice(start)
    if (pending.length > longestRecord) throw tooLong(line)
    if (isEnd && pending !== '')
      throw new CsvProblem(`In the row that begins on line ${line} a quote is opened and never closed.`)
    return rows
  }

  return {
    push(text) {
      pending += text
      return read(false)
    },
    end: () => read(true),
  }
}

const tooLong = (line: number) =>
  new CsvProblem(
    `The row that begins on line ${line} is longer than a million characters: a quote is not closed, or this is no CSV file.`,
  )

type Record = { cells: string[]; end: number; lines: number }

function readRecord(text: string, start: number, delimiter: number, isEnd: boolean): Record | 'unfinished' {
  const cells: string[] = []
  let lines = 1
  let at = start
  for (;;) {
    let cell = ''
    spacesThenQuote.lastIndex = at
    if (spacesThenQuote.test(text)) {
      const quoted = readQuoted(text, spacesThenQuote.lastIndex)
      if (quoted === 'unfinished' || (quoted.end === text.length && !isEnd)) return 'unfinished'
      cell = quoted.value
      at = quoted.end
      lines += countLineEnds(cell)
    }
    const from = at
    while (at < text.length && !isBreak(text.charCodeAt(at), delimiter)) at++
    cells.push(cell === '' ? text.slice(from, at) : cell + text.slice(from, at))
    if (at === text.length) return isEnd ? { cells, end: at, lines } : 'unfinished'
    const code = text.charCodeAt(at++)
    if (code === delimiter) continue
    if (code === carriageReturn && at === text.length && !isEnd) return 'unfinished'
    if (code === carriageReturn && text.charCodeAt(at) === lineFeed) at++
    return { cells, end: at, lines }
  }
}

const isBreak = (code: number, delimiter: number) => code === delimiter || code === lineFeed || code === carriageReturn

function readQuoted(text: string, start: number): { value: string; end: number } | 'unfinished' {
  let value = ''
  let at = start
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return 'unfinished'
    value += text.slice(at, quote)
    if (text[quote + 1] !== '"') return { value, end: quote + 1 }
    value += '"'
    at = quote + 2
  }
}

const countLineEnds = (value: string) => (/[\r\n]/.test(value) ? (value.match(/\r\n|\r|\n/g)?.length ?? 0) : 0)

/** A row without anything in it is no row. */
export const isBlank = ({ cells }: CsvRow) => cells.every((cell) => cell.trim() === '')
