import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db, type Tx } from '@/lib/db'
import type { Trial } from '@/lib/trials/find-trial'
import { readMoves } from '@/lib/trials/read-moves'
import { readTrial } from '@/lib/trials/read-trial'
import { trialReport } from '@/lib/trials/trial-report'

/** Seconds, of a large company. */
const mostMs = 120_000

/**
 * What a trial says: what the policy does at once if it is saved, and what it would have done with the history. Its sorts
 * are of all offers of a company: with the memory that a statement mostly gets they would go by way of the disk.
 */
export async function trialOf(actor: Actor, trial: Trial) {
  authorise(actor, 'settings.edit')
  const { period, at, timeZone } = trial.present
  const read = async (tx: Tx) => {
    await tx.$executeRaw`set local work_mem = '256MB'`
    return { moves: await readMoves(trial, tx), figures: await readTrial(trial, tx) }
  }
  const { moves, figures } = await db.$transaction(read, { maxWait: 20_000, timeout: mostMs })
  return { moves, report: trialReport(figures, { period, at, timeZone }) }
}
