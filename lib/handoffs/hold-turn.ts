import 'server-only'
import type { Tx } from '@/lib/db'

/**
 * A step: one transaction gives offers out at a time, until it ends, so that turns and loads are true however many do.
 * Returns who was given the last one.
 */
export async function holdTurn(tx: Tx): Promise<string | null> {
  const [turn] = await tx.$queryRaw<{ lastId: string | null }[]>`select last_id as "lastId" from giving_turn for update`
  if (!turn) throw new Error('nobody knows whose turn it is')
  return turn.lastId
}
