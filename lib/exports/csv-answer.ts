import 'server-only'
import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'

/** A cell: text, number, moment, list of words, or nothing. */
export type CsvCell = string | number | boolean | Date | string[] | null | undefined

/** What a spreadsheet would take for a formula begins so; an apostrophe keeps it text. Our import takes it off again. */
const formula = /^[=+\-@\t\r]/
const isPlainNumber = /^[+-]?[\d\s().,]+$/

/** A cell as text that no spreadsheet executes. Moments are ISO 8601 in UTC, words of a list are apart by a semicolon. */
function safeCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString()
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  const text = Array.isArray(cell) ? cell.join('; ') : cell
  return formula.test(text) && !isPlainNumber.test(text) ? `'${text}` : text
}

/**
 * A file to download, in UTF-8, that is written while its rows arrive. `forSpreadsheets` begins it with the mark by
 * which those recognise UTF-8; programs are better off without.
 */
export function csvAnswer(fileName: string, rows: AsyncIterable<CsvCell[]>, forSpreadsheets = false): Response {
  const cells = Readable.from(mapped(rows))
  const csv = cells.pipe(stringify({ record_delimiter: 'windows', bom: forSpreadsheets }))
  cells.once('error', (error) => csv.destroy(error))
  return new Response(Readable.toWeb(csv) as ReadableStream, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
    },
  })
}

async function* mapped(rows: AsyncIterable<CsvCell[]>) {
  for await (const row of rows) yield row.map(safeCell)
}
