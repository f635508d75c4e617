import 'server-only'
import { keepFile, type KeptFile } from '@/lib/imports/file-store'
import { isZip } from '@/lib/imports/detect'
import { workbookAsCsv } from '@/lib/workbooks/workbook-as-csv'

/** A kept file; of a workbook its sheet, kept as CSV, so that there is one way for all that follows. */
export type KeptTable = KeptFile & { sheet?: string }

/** Keeps a CSV file or a sheet of a workbook as it arrives. Throws FileTooLarge, CsvProblem for a broken workbook. */
export async function keepTable(importId: string, stream: AsyncIterable<Uint8Array>): Promise<KeptTable> {
  const { head, whole } = await peeked(stream)
  if (!isZip(head)) return keepFile(importId, whole)
  const { kept, sheet } = await workbookAsCsv(whole, (csv) => keepFile(importId, csv))
  return { ...kept, sheet }
}

/** The first bytes of a stream, and all of it with them. */
async function peeked(stream: AsyncIterable<Uint8Array>) {
  const source = stream[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let head = Buffer.alloc(0)
  while (head.length < 4) {
    const next = await source.next()
    if (next.done) break
    first.push(next.value)
    head = Buffer.concat([head, next.value])
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield* first
    yield* { [Symbol.asyncIterator]: () => source }
  }
  return { head, whole: whole() }
}
