import 'server-only'
import { db } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { revertChunk } from '@/lib/imports/revert-chunk'
import { addJob } from '@/lib/jobs/add-job'
import { patiently } from '@/lib/jobs/patiently'
import { log } from '@/lib/log'

/**
 * The job that takes an import back: goes on where its progress says, a chunk of leads a transaction. It may be killed
 * at any moment and begun again, also by two processes at once. When `signal` asks it to stop, it puts itself back into
 * the queue.
 */
export async function runRevert(importId: string, signal: AbortSignal): Promise<void> {
  const found = await db.import.findUnique({
    where: { id: importId },
    include: { revertedBy: { select: { id: true, name: true, email: true, role: true } } },
  })
  const actor = found?.revertedBy
  if (found?.status !== 'reverting' || !actor) return
  try {
    for (let after = found.revertedTo; ;) {
      if (signal.aborted) return void (await addJob(db, 'revert-import', { importId }))
      const done = await patiently(() => revertChunk(actor, { importId, after }))
      if (!done) return
      after = done.after
    }
  } catch (error) {
    await fail(importId, error)
  }
}

/** Ends a revert that can not go on, and says why in a sentence. It can be begun again. */
async function fail(importId: string, error: unknown) {
  if (!(error instanceof DomainError)) log.error({ err: error, importId }, 'A revert failed')
  const failure =
    error instanceof DomainError
      ? error.message
      : 'Something went wrong on our side while it was taken back. Take it back again to go on.'
  await db.import.updateMany({ where: { id: importId, status: 'reverting' }, data: { status: 'failed', failure } })
}
