import 'server-only'
import { type CsvRow, csvReader } from '@/lib/imports/csv-reader'
import type { FileForm } from '@/lib/imports/file-shape'
import { readFile } from '@/lib/imports/file-store'

/** The records of a kept file, the header among them, some at a time. Throws CsvProblem. */
export async function* readRows(importId: string, { encoding, delimiter, sheet }: FileForm): AsyncGenerator<CsvRow[]> {
  const decoder = new TextDecoder(encoding)
  const reader = csvReader(delimiter, { countsRecords: sheet !== undefined })
  for await (const piece of readFile(importId)) yield reader.push(decoder.decode(piece, { stream: true }))
  yield reader.push(decoder.decode())
  yield reader.end()
}
