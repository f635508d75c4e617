import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/db'
import { conflict, invalid } from '@/lib/errors'

/** A request that its sender may repeat. */
export type Once = {
  /** The Idempotency-Key, 1 to 255 characters. */
  key: string
  /** SHA-256 of method, path and body. */
  fingerprint: string
}

/** How long the second of two simultaneous requests waits for the first. */
const waitSeconds = 10

/**
 * Runs `work` at most once a person and key, and answers a repetition with the first answer. The answer is a row of
 * the same transaction, so an effect without its answer, or the reverse, cannot be.
 *
 * Throws INVALID when the key was used for something else, CONFLICT when the first request takes too long.
 */
export async function answerOnce<Result>(
  tx: Tx,
  actor: Actor,
  once: Once,
  work: () => Promise<Result>,
): Promise<Result> {
  await waitForTurn(tx, `${actor.id} ${once.key}`)
  const id = { personId: actor.id, key: once.key }
  const earlier = await tx.idempotentAnswer.findUnique({ where: { personId_key: id } })
  if (earlier && earlier.fingerprint !== once.fingerprint)
    throw invalid({ 'Idempotency-Key': 'This key was used for another request. Use a new one.' })
  if (earlier) return JSON.parse(earlier.answer) as Result
  const result = await work()
  await tx.idempotentAnswer.create({
    data: { ...id, fingerprint: once.fingerprint, answer: JSON.stringify(result ?? null) },
  })
  return result
}

async function waitForTurn(tx: Tx, name: string) {
  await tx.$executeRaw`select set_config('lock_timeout', ${`${waitSeconds}s`}, true)`
  try {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`
  } catch {
    throw conflict('The first request with this Idempotency-Key is still running. Try again in a moment.')
  }
  await tx.$executeRaw`select set_config('lock_timeout', '0', true)`
}
