import 'server-only'
import { CsvProblem, type CsvRow } from '@/lib/imports/csv-reader'
import { detectDelimiter, detectEncoding } from '@/lib/imports/detect'
import { clean, type FileForm, type FileShape, fileObserver, readHeaders } from '@/lib/imports/file-shape'
import type { KeptTable } from '@/lib/imports/keep-table'
import { readRows } from '@/lib/imports/read-rows'

/** Rows among which the header is looked for, and that are shown. */
const topRows = 12

type Inspected = { rows: number; shape: FileShape }

/** Reads a kept file through once and tells how it is written and what is in it. Throws CsvProblem where it is no table. */
export async function inspectFile(importId: string, file: KeptTable): Promise<Inspected> {
  if (file.size === 0) throw new CsvProblem('The file is empty.')
  return inspectAs(importId, file.sheet === undefined ? formOf(file) : writtenByUs(file.sheet))
}

/** The same for a file of which it is said how it is written; without `headerAfter` the header is looked for. */
export async function inspectAs(importId: string, form: FileForm): Promise<Inspected> {
  const top: CsvRow[] = []
  let observer: ReturnType<typeof fileObserver> | undefined
  const begin = () => {
    const headerAfter = Math.min(form.headerAfter ?? findHeader(top), Math.max(top.length - 1, 0))
    const header = top[headerAfter]
    if (!header) throw new CsvProblem('The file is empty.')
    const shown = top.map(({ line, cells }) => ({ line, cells: cells.slice(0, 500).map(clean) }))
    observer = fileObserver(readHeaders(header), { ...form, headerAfter }, shown)
    for (const row of top.slice(headerAfter + 1)) observer.see(row)
    return observer
  }
  for await (const rows of readRows(importId, form))
    for (const row of rows)
      if (observer) observer.see(row)
      else if (top.push(row) === topRows) begin()
  const found = (observer ?? begin()).result()
  if (found.rows === 0) throw new CsvProblem('The file has headers, but no rows below them.')
  return found
}

const filled = ({ cells }: CsvRow) => cells.filter((cell) => cell.trim() !== '').length

/** Reports begin with titles: the header is the first row that is filled at least half as wide as the widest. */
function findHeader(top: CsvRow[]): number {
  const widest = Math.max(...top.map(filled))
  return Math.max(
    0,
    top.findIndex((row) => filled(row) * 2 >= widest),
  )
}

function formOf({ head, isUtf8 }: KeptTable): FileForm {
  const encoding = detectEncoding(head, isUtf8)
  return { encoding, delimiter: detectDelimiter(new TextDecoder(encoding).decode(head, { stream: true })) }
}

/** As lib/workbooks/workbook-as-csv.ts writes it. */
const writtenByUs = (sheet: string): FileForm => ({ encoding: 'utf-8', delimiter: ',', sheet })
