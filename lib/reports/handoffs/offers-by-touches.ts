import type { Books } from '@/lib/reports/books'
import type { OffersAtTouches } from '@/lib/reports/figures'

/**
 * What became of the handoffs offered in the period, by the counted touches that their leads had at the offer, the fewest
 * first. A second offer of a lead is a handoff of its own.
 */
export function offersByTouches(books: Books): OffersAtTouches[] {
  const { leads, handoffs } = books.facts
  const { offerTouchCount, acceptedAt, returnedAt, withdrawnAt, closedAt } = handoffs.table.columns
  const { slotOf } = handoffs
  const { outcome } = leads.columns
  const won = outcome.codeOf('WON')
  const rows = new Map<number, OffersAtTouches>()
  for (const row of books.offered) {
    const touches = offerTouchCount[row] as number
    let found = rows.get(touches)
    if (!found) rows.set(touches, (found = { touches, offered: 0, answered: 0, accepted: 0, won: 0, underWay: 0 }))
    const isAccepted = !Number.isNaN(acceptedAt[row])
    const isReturned = !Number.isNaN(returnedAt[row])
    const isClosed = !Number.isNaN(closedAt[row])
    found.offered++
    if (isAccepted || isReturned) found.answered++
    if (isAccepted) found.accepted++
    if (isClosed && outcome.codes[slotOf[row] as number] === won) found.won++
    if (isAccepted && !isClosed && !isReturned && Number.isNaN(withdrawnAt[row])) found.underWay++
  }
  return [...rows.values()].toSorted((a, b) => a.touches - b.touches)
}
