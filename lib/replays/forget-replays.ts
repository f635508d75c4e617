import 'server-only'
import type { Tx } from '@/lib/db'

/**
 * A step: lets go of replays that show a moment at which something was known that Baton has only now been told of, as
 * when touches move in from another system with the days on which they were logged there.
 */
export async function forgetReplays(tx: Tx, knownAt: Date[]): Promise<void> {
  if (knownAt.length === 0) return
  const earliest = knownAt.reduce((first, at) => (at < first ? at : first))
  await tx.replay.deleteMany({ where: { asOf: { gte: earliest } } })
}
