import type { Books } from '@/lib/reports/books'
import { Sample } from '@/lib/statistics/median'

/** A time at the median, in milliseconds, and of how many handoffs it is; null for none. */
type Median = { ms: number | null; of: number }

/**
 * How long a lead waited, told apart by whose time it was: from the touch that made it warm, as we were told of it, to
 * the offer by the rule (Baton's own), and from an offer to the first touch by Sales after it was accepted (people's).
 * Of the handoffs offered in the period, by the clock on the wall.
 */
export type HandoffTimes = { warmToOffered: Median; offeredToTouched: Median }

export function handoffTimes(books: Books): HandoffTimes {
  const { table } = books.facts.handoffs
  const { origin, offeredAt, broughtLoggedAt, touchedAt, returnedAt } = table.columns
  const automatic = origin.codeOf('automatic')
  const [ours, theirs] = [new Sample(table.rows), new Sample(table.rows)]
  for (const row of books.offered) {
    const offered = offeredAt[row] as number
    if (origin.codes[row] === automatic) ours.add(offered - (broughtLoggedAt[row] as number))
    // Who touches a lead after giving it back has not touched this handoff.
    const isTooLate = (touchedAt[row] as number) > (returnedAt[row] as number)
    if (!isTooLate) theirs.add((touchedAt[row] as number) - offered)
  }
  return { warmToOffered: medianOf(ours), offeredToTouched: medianOf(theirs) }
}

const medianOf = (sample: Sample): Median => ({ ms: sample.median(), of: sample.count })
