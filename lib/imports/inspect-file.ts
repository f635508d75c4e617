import 'server-only'
import { CsvProblem } from '@/lib/imports/csv-reader'
import { detectDelimiter, detectEncoding } from '@/lib/imports/detect'
import { type FileForm, type FileShape, fileObserver, readHeaders } from '@/lib/imports/file-shape'
import type { KeptTable } from '@/lib/imports/keep-table'
import { readRows } from '@/lib/imports/read-rows'

/** Reads a kept file through once and tells how it is written and what is in it. Throws CsvProblem where it is no table. */
export async function inspectFile(importId: string, file: KeptTable): Promise<{ rows: number; shape: FileShape }> {
  if (file.size === 0) throw new CsvProblem('The file is empty.')
  const form = file.sheet === undefined ? formOf(file) : writtenByUs(file.sheet)
  let observer: ReturnType<typeof fileObserver> | undefined
  for await (const rows of readRows(importId, form))
    for (const row of rows)
      if (observer) observer.see(row)
      else if (row.cells.some((cell) => cell.trim() !== '')) observer = fileObserver(readHeaders(row), form)
  if (!observer) throw new CsvProblem('The file is empty.')
  const found = observer.result()
  if (found.rows === 0) throw new CsvProblem('The file has headers, but no rows below them.')
  return found
}

function formOf({ head, isUtf8 }: KeptTable): FileForm {
  const encoding = detectEncoding(head, isUtf8)
  return { encoding, delimiter: detectDelimiter(new TextDecoder(encoding).decode(head, { stream: true })) }
}

/** As lib/workbooks/workbook-as-csv.ts writes it. */
const writtenByUs = (sheet: string): FileForm => ({ encoding: 'utf-8', delimiter: ',', sheet })
