import 'server-only'
import { db } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { CsvProblem } from '@/lib/imports/csv-reader'
import { type Batch, importBatch } from '@/lib/imports/import-batch'
import { withFile } from '@/lib/imports/queries'
import { noRowsYet } from '@/lib/imports/no-rows-yet'
import { readBatches } from '@/lib/imports/read-batches'
import { Rehearsal } from '@/lib/imports/rehearsal'
import { addJob } from '@/lib/jobs/add-job'
import { patiently } from '@/lib/jobs/patiently'
import { log } from '@/lib/log'

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
    for await (const batch of oneAhead(batchesOf(found, rehearsal))) {
      if (signal.aborted) return void (await addJob(db, 'run-import', { importId }))
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
  const { id: importId, rowsDone, rowsTotal } = found
  let from = rowsDone
  for await (const batch of readBatches(found, rowsDone)) {
    const isLast = from + batch.rows.length >= rowsTotal
    yield { importId, from, isLast, rehearsal, ...batch }
    from += batch.rows.length
  }
}

/** The same batches, the next one being read while the database works on the last. */
async function* oneAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  try {
    for (let next = items.next(); ;) {
      const { value, done } = await next
      if (done) return
      next = items.next()
      // Whether it fails is told when it is asked for; until then nobody waits for it.
      next.catch(() => undefined)
      yield value
    }
  } finally {
    await items.return(undefined)
  }
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
