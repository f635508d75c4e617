import 'server-only'
import { conflict } from '@/lib/errors'
import type { ReplayProgress } from '@/lib/replays/queries'

const patienceMs = 75_000
const pauseMs = 250

/**
 * For who has no page that asks again: looks until what needs a replay is found.
 *
 * Throws CONFLICT when that takes longer than a minute and a quarter; what is done is kept.
 */
export async function waitForReplay<Found>(
  find: () => Promise<{ found: Found; progress: null } | { found: null; progress: ReplayProgress }>,
): Promise<Found> {
  for (let waited = 0; ; waited += pauseMs) {
    const looked = await find()
    if (looked.progress === null) return looked.found
    if (waited >= patienceMs) {
      const { leadsDone, leadsTotal } = looked.progress
      throw conflict(`The ledger is being replayed: ${leadsDone} of ${leadsTotal} leads. Ask again in a minute.`)
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}
