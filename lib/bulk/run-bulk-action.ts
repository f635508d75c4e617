import 'server-only'
import { releaseHeldOffers } from '@/lib/bulk/release-held-offers'
import { runChunk } from '@/lib/bulk/run-chunk'
import { undoChunk } from '@/lib/bulk/undo-chunk'
import { db } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { addJob } from '@/lib/jobs/add-job'
import { patiently } from '@/lib/jobs/patiently'
import { log } from '@/lib/log'

/**
 * The job of a bulk action: goes on where its progress says, a chunk a transaction, forwards or, being undone, back.
 * It may be killed at any moment and begun again, also by two processes at once. When `signal` asks it to stop, it
 * puts itself back into the queue. In the end the first of the offers that it holds back are made.
 */
export async function runBulkAction(
  bulkActionId: string,
  signal: AbortSignal,
  now: () => Date = () => new Date(),
): Promise<void> {
  await goOn(bulkActionId, signal, now)
  await patiently(() => releaseHeldOffers(now(), { id: bulkActionId }))
}

async function goOn(bulkActionId: string, signal: AbortSignal, now: () => Date): Promise<void> {
  const found = await db.bulkAction.findUnique({
    where: { id: bulkActionId },
    include: { createdBy: { select: { id: true, name: true, email: true, role: true } } },
  })
  if (found?.status !== 'running' && found?.status !== 'undoing') return
  const isForward = found.status === 'running'
  const step = isForward ? runChunk : undoChunk
  try {
    for (let seq = isForward ? found.chunksDone : found.chunksUndone; ; seq++) {
      if (signal.aborted) return void (await addJob(db, 'run-bulk-action', { bulkActionId }))
      if (!(await patiently(() => step(found.createdBy, { bulkActionId, seq }, { now: now() })))) return
    }
  } catch (error) {
    await fail(bulkActionId, error)
  }
}

/** Ends an action that can not go on, and says why in a sentence. What is done stays done. */
async function fail(bulkActionId: string, error: unknown) {
  if (!(error instanceof DomainError)) log.error({ err: error, bulkActionId }, 'A bulk action failed')
  const failure =
    error instanceof DomainError
      ? error.message
      : 'Something went wrong on our side. What was done before it stays; begin again with the rest.'
  await db.bulkAction.updateMany({
    where: { id: bulkActionId, status: { in: ['running', 'undoing'] } },
    data: { status: 'failed', failure, finishedAt: new Date() },
  })
}
