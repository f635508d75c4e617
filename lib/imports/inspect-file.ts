import 'server-only'
import { CsvProblem } from '@/lib/imports/csv-reader'
import { detectDelimiter, detectEncoding } from '@/lib/imports/detect'
import { type FileShape, fileObserver, readHeaders } from '@/lib/imports/file-shape'
import type { KeptFile } from '@/lib/imports/file-store'
import { readRows } from '@/lib/imports/read-rows'

/** Reads a kept file through once and tells how it is written and what is in it. Throws CsvProblem where it is no table. */
export async function inspectFile(importId: string, file: KeptFile): Promise<{ rows: number; shape: FileShape }> {
  if (file.size === 0) throw new CsvProblem('The file is empty.')
  const encoding = detectEncoding(file.head, file.isUtf8)
  const delimiter = detectDelimiter(new TextDecoder(encoding).decode(file.head, { stream: true }))
  let observer: ReturnType<typeof fileObserver> | undefined
  for await (const rows of readRows(importId, { encoding, delimiter }))
    for (const row of rows)
      if (observer) observer.see(row)
      else if (row.cells.some((cell) => cell.trim() !== ''))
        observer = fileObserver(readHeaders(row), { encoding, delimiter })
  if (!observer) throw new CsvProblem('The file is empty.')
  const found = observer.result()
  if (found.rows === 0) throw new CsvProblem('The file has headers, but no rows below them.')
  return found
}
