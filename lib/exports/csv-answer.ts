import 'server-only'
import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'

/** A cell: text, number, moment, list of words, or nothing. */
export type CsvCell = string | number | boolean | Date | string[] | null | undefined

/**
 * For whom a file is: `spreadsheets` get the mark by which they recognise UTF-8, and nothing that they would execute, which
 * is what programs get too; `raw` is for a move to another system: each text as it is.
 */
export type CsvForm = 'spreadsheets' | 'programs' | 'raw'

/** What a spreadsheet would take for a formula begins so; an apostrophe keeps it text. Our import takes it off again. */
const formula = /^[=+\-@\t\r]/
const isPlainNumber = /^[+-]?[\d\s().,]+$/
/** A text that looks like one which is kept from being a formula gets one more, or our import would take its own off. */
const looksKept = /^'+[=+\-@\t\r]/

/** A cell as text. Moments are ISO 8601 in UTC, words of a list are apart by a semicolon. */
function textOf(cell: CsvCell, isRaw: boolean): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString()
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  const text = Array.isArray(cell) ? listed(cell) : cell
  const isFormula = !isRaw && formula.test(text) && !isPlainNumber.test(text)
  return isFormula || looksKept.test(text) ? `'${text}` : text
}

/** Words that hold what would take them apart are written as JSON. */
const listed = (words: string[]) =>
  words.some((word) => /[,;|]|^\["/.test(word)) ? JSON.stringify(words) : words.join('; ')

/**
 * A file to download, in UTF-8, that is written while its rows arrive; rows are asked for as they are read, and no more once
 * the reader has gone.
 */
export function csvAnswer(fileName: string, rows: AsyncIterable<CsvCell[]>, form: CsvForm = 'programs'): Response {
  const cells = Readable.from(mapped(rows, form === 'raw'))
  // By itself it quotes for line ends as the file has them, not for the bare \r or \n that a text may hold.
  const csv = cells.pipe(
    stringify({ record_delimiter: 'windows', quoted_match: /[\r\n]/, bom: form === 'spreadsheets' }),
  )
  cells.once('error', (error) => csv.destroy(error))
  csv.once('close', () => cells.destroy())
  return new Response(Readable.toWeb(csv) as ReadableStream, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
    },
  })
}

async function* mapped(rows: AsyncIterable<CsvCell[]>, isRaw: boolean) {
  for await (const row of rows) yield row.map((cell) => textOf(cell, isRaw))
}
