import 'server-only'
import { db } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import type { ReadRow } from '@/lib/imports/batch'
import { CsvProblem, type CsvRow, isBlank } from '@/lib/imports/csv-reader'
import { type Batch, type BatchRows, importBatch } from '@/lib/imports/import-batch'
import { checkMapping } from '@/lib/imports/mapping'
import { withFile } from '@/lib/imports/queries'
import { readLead, readOutcome, readTouch, type Surroundings } from '@/lib/imports/read-facts'
import { noRowsYet } from '@/lib/imports/no-rows-yet'
import { RowProblem, rowReader } from '@/lib/imports/read-row'
import { readRows } from '@/lib/imports/read-rows'
import { Rehearsal } from '@/lib/imports/rehearsal'
import { addJob } from '@/lib/jobs/add-job'
import { patiently } from '@/lib/jobs/patiently'
import { log } from '@/lib/log'
import { companySettings } from '@/lib/settings/queries'
import type { ImportKind } from '@/prisma/generated/enums'

/** Rows of one transaction. */
const batchSize = 500

type Loaded = Awaited<ReturnType<typeof load>>

/**
 * The job that imports a file: goes on where its progress says, a batch a transaction. It may be killed at any moment
 * and begun again, also by two processes at once. When `signal` asks it to stop, it puts itself back into the queue.
 */
export async function runImport(importId: string, signal: AbortSignal): Promise<void> {
  const found = await load(importId)
  if (found?.status !== 'running') return
  const rehearsal = found.isDryRun ? await beginRehearsal(found) : null
  try {
    for await (const batch of batchesOf(found, rehearsal)) {
      if (signal.aborted) return void (await addJob(db, 'run-import', { importId }, `import ${importId}`))
      if (!(await patiently(() => importBatch(found.createdBy, batch)))) return
    }
    throw new CsvProblem('The file ended before all its rows were read. Upload it again.')
  } catch (error) {
    await fail(importId, error)
  }
}

const load = async (importId: string) => {
  const row = await db.import.findUnique({
    where: { id: importId },
    include: { createdBy: { select: { id: true, name: true, email: true, role: true } } },
  })
  return row && withFile(row)
}

/** A dry run knows what its rows would do only as long as it goes on: one that was stopped begins at its start. */
async function beginRehearsal(found: NonNullable<Loaded>): Promise<Rehearsal> {
  if (found.rowsDone > 0) {
    await db.$transaction([
      db.importError.deleteMany({ where: { importId: found.id } }),
      db.import.update({ where: { id: found.id }, data: noRowsYet }),
    ])
    found.rowsDone = 0
  }
  return new Rehearsal()
}

async function* batchesOf(found: NonNullable<Loaded>, rehearsal: Rehearsal | null): AsyncGenerator<Batch> {
  const { id: importId, shape, kind, rowsDone, rowsTotal } = found
  const read = await readerOf(found)
  let from = rowsDone
  for await (const rows of inBatches(dataRows(importId, shape), rowsDone)) {
    const isLast = from + rows.length >= rowsTotal
    yield { importId, from, isLast, rehearsal, ...read(kind, rows) }
    from += rows.length
  }
}

/** Reads the cells of rows by the mapping of the import. */
async function readerOf({ kind, shape, mapping, startedAt }: NonNullable<Loaded>) {
  const { timeZone } = await companySettings()
  const around: Surroundings = { timeZone, now: startedAt ?? new Date() }
  const toFields = rowReader(
    shape.headers,
    checkMapping(kind, shape.headers, mapping ?? { columns: {} }),
    shape.dateOrders,
  )
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

/** The rows below the header that hold something. */
async function* dataRows(importId: string, shape: NonNullable<Loaded>['shape']): AsyncGenerator<CsvRow[]> {
  let isBelowHeader = false
  for await (const rows of readRows(importId, shape)) {
    const filled = rows.filter((row) => !isBlank(row))
    yield isBelowHeader ? filled : filled.slice(1)
    isBelowHeader ||= filled.length > 0
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

/** Ends an import that can not go on, and says why in a sentence. What is in stays in. */
async function fail(importId: string, error: unknown) {
  const isTheirs = error instanceof DomainError || error instanceof CsvProblem
  if (!isTheirs) log.error({ err: error, importId }, 'An import failed')
  const failure = isTheirs
    ? error.message
    : 'Something went wrong on our side. The rows before it are in; import the file again to take in the rest.'
  await db.import.updateMany({
    where: { id: importId, status: 'running' },
    data: { status: 'failed', failure, finishedAt: new Date() },
  })
}
