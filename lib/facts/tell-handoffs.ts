import { type CopyRow, readId, readMoment } from '@/lib/facts/copy-decoder'
import { type Facts, touchColumns } from '@/lib/facts/facts'
import { channels } from '@/lib/touchpoints/channel'
import type { Channel } from '@/prisma/generated/enums'

/** The fields of a touch that only handoffs ask for come after those of its columns. */
const loggedAtField = 1 + Object.keys(touchColumns).length
const loggedByField = loggedAtField + 1

/**
 * What a touch says of the handoffs of its lead, as the touches of a lead are read in the order in which they count: the
 * last one that had happened and been logged when an offer was made brought it about (lib/handoffs/brought-by-sql.ts), and the
 * first one after it was accepted, by a channel of Sales or logged by its rep, is the one that Sales promises
 * (`isFirstTouch` of lib/handoffs/promises-sql.ts).
 */
export function tellHandoffs({ handoffs, touches }: Facts, slot: number, row: number, from: CopyRow): void {
  const { first, many, table } = handoffs
  const { offeredAt, acceptedAt, repId, touchedAt, broughtChannel, broughtLoggedAt } = table.columns
  const { occurredAt, channel } = touches.table.columns
  const at = occurredAt[row] as number
  const end = (first[slot] as number) + (many[slot] as number)
  for (let handoff = first[slot] as number; handoff < end; handoff++) {
    const offered = offeredAt[handoff] as number
    const loggedAt = at <= offered ? readMoment(from, loggedAtField) : NaN
    if (loggedAt <= offered) {
      broughtChannel.say(handoff, channel.nameOf(row))
      broughtLoggedAt[handoff] = loggedAt
    }
    if (at >= (acceptedAt[handoff] as number) && Number.isNaN(touchedAt[handoff])) {
      const isOfSales = channels[channel.nameOf(row) as Channel].team === 'sales'
      if (isOfSales || isLoggedBy(from, repId.nameOf(handoff))) touchedAt[handoff] = at
    }
  }
}

const isLoggedBy = (from: CopyRow, rep: string | null) => rep !== null && readId(from, loggedByField) === rep
