import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db, type Tx } from '@/lib/db'
import type { Trial } from '@/lib/trials/find-trial'
import { readMoves } from '@/lib/trials/read-moves'
import { readTrial } from '@/lib/trials/read-trial'
import { trialReport } from '@/lib/trials/trial-report'

/** What a trial says: what the policy does at once if it is saved, and what it would have done with the history. */
export async function trialOf(actor: Actor, trial: Trial, tx: Tx = db) {
  authorise(actor, 'settings.edit')
  const { period, at, timeZone } = trial.present
  const [moves, figures] = [await readMoves(trial, tx), await readTrial(trial, tx)]
  return { moves, report: trialReport(figures, { period, at, timeZone }) }
}
