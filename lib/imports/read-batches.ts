import 'server-only'
import type { ReadRow } from '@/lib/imports/batch'
import type { CsvRow } from '@/lib/imports/csv-reader'
import type { FileShape } from '@/lib/imports/file-shape'
import type { BatchRows } from '@/lib/imports/import-batch'
import { checkMapping, type Mapping } from '@/lib/imports/mapping'
import type { Surroundings } from '@/lib/imports/read-cells'
import { readLead, readOutcome, readTouch } from '@/lib/imports/read-facts'
import { RowProblem, rowReader } from '@/lib/imports/read-row'
import { readRows } from '@/lib/imports/read-rows'
import { companySettings } from '@/lib/settings/queries'
import type { ImportKind } from '@/prisma/generated/enums'

/** Rows of one transaction. */
const batchSize = 500

/** A kept file and what its columns are. */
export type MappedFile = {
  id: string
  kind: ImportKind
  shape: FileShape
  mapping: Mapping | null
  startedAt: Date | null
}

/** The data rows of a file after the first `skip`, read by its mapping, a batch at a time. Throws CsvProblem. */
export async function* readBatches(file: MappedFile, skip = 0): AsyncGenerator<BatchRows> {
  const read = await readerOf(file)
  for await (const rows of inBatches(dataRows(file.id, file.shape), skip)) yield read(file.kind, rows)
}

/** Reads the cells of rows by the mapping of the import. */
async function readerOf({ kind, shape, mapping, startedAt }: MappedFile) {
  const { timeZone } = await companySettings()
  const checked = checkMapping(kind, shape.headers, mapping ?? { columns: {} })
  const around: Surroundings = { timeZone, now: startedAt ?? new Date(), orByEmail: checked.orByEmail }
  const toFields = rowReader(shape.headers, checked, {
    dateOrders: shape.dateOrders.map((order) => order ?? shape.dateOrder ?? null),
    decimals: shape.headers.map((_, at) => shape.decimals?.[at] ?? shape.decimal ?? null),
  })
  const readEach = <Row>(
    rows: CsvRow[],
    read: (row: ReturnType<typeof toFields>, around: Surroundings) => Row,
  ): ReadRow<Row>[] =>
    rows.map((row) => {
      try {
        return { ...row, row: read(toFields(row), around) }
      } catch (error) {
        if (error instanceof RowProblem) return { ...row, problem: error.message }
        throw error
      }
    })
  return (as: ImportKind, rows: CsvRow[]): BatchRows => {
    if (as === 'leads') return { kind: as, rows: readEach(rows, readLead) }
    if (as === 'touchpoints') return { kind: as, rows: readEach(rows, readTouch) }
    return { kind: as, rows: readEach(rows, readOutcome) }
  }
}

/** The rows below the header. */
async function* dataRows(importId: string, shape: FileShape): AsyncGenerator<CsvRow[]> {
  let above = 1 + (shape.headerAfter ?? 0)
  for await (const rows of readRows(importId, shape)) {
    yield rows.slice(above)
    above = Math.max(0, above - rows.length)
  }
}

async function* inBatches(source: AsyncIterable<CsvRow[]>, skip: number): AsyncGenerator<CsvRow[]> {
  let left = skip
  let waiting: CsvRow[] = []
  for await (const rows of source) {
    const skipped = Math.min(left, rows.length)
    left -= skipped
    waiting = waiting.concat(rows.slice(skipped))
    while (waiting.length >= batchSize) yield waiting.splice(0, batchSize)
  }
  if (waiting.length > 0) yield waiting
}
