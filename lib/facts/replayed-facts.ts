import 'server-only'
import type { Facts } from '@/lib/facts/facts'
import { inOneMoment, loadFacts } from '@/lib/facts/load-facts'

/** So many are kept in memory, those that were read last: of a large company one takes some hundreds of megabytes. */
const mostHeld = 2

const globals = globalThis as typeof globalThis & { batonReplayedFacts?: Map<string, Promise<Facts>> }
const held = (globals.batonReplayedFacts ??= new Map())

/** The facts of a whole replay, as of its moment. Nothing of it changes any more. */
export function replayedFacts(replayId: string, at: Date): Promise<Facts> {
  const facts = held.get(replayId) ?? inOneMoment((client) => loadFacts(client, { replayId, at }))
  facts.catch(() => held.delete(replayId))
  held.delete(replayId)
  held.set(replayId, facts)
  for (const [id] of [...held].slice(0, -mostHeld)) held.delete(id)
  return facts
}
