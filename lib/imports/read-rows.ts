import 'server-only'
import { type CsvRow, csvReader } from '@/lib/imports/csv-reader'
import type { FileForm } from '@/lib/imports/file-shape'
import { readFile } from '@/lib/imports/file-store'
import { tableRows } from '@/lib/imports/table-end'

/** The rows of a kept file that hold something, the header among them, some at a time. Throws CsvProblem. */
export async function* readRows(importId: string, { encoding, delimiter, sheet }: FileForm): AsyncGenerator<CsvRow[]> {
  const decoder = new TextDecoder(encoding)
  const reader = csvReader(delimiter, { countsRecords: sheet !== undefined })
  const table = tableRows()
  for await (const piece of readFile(importId)) yield table.push(reader.push(decoder.decode(piece, { stream: true })))
  yield table.push(reader.push(decoder.decode()))
  yield table.push(reader.end())
  yield table.end()
}
