import { orElse } from '@/lib/facts/moments'
import type { Books } from '@/lib/reports/books'
import type { HandoffFigures, Picks, ReturnsAlike } from '@/lib/reports/figures'
import { Sample } from '@/lib/statistics/median'
import { Reason, ReturnKind } from '@/prisma/generated/enums'

/**
 * What became of the handoffs offered in a period, as far as it had happened by the moment that is read. Handoffs of
 * deleted leads go with them.
 */
export type HandoffReport = {
  figures: HandoffFigures
  picks: Picks
  /** The most frequent first. */
  returns: ReturnsAlike[]
}

export const handoffReport = (books: Books): HandoffReport => ({
  figures: figuresOf(books),
  picks: picksOf(books),
  returns: returnsOf(books),
})

function figuresOf(books: Books): HandoffFigures {
  const { table } = books.facts.handoffs
  const { offeredAt, dueAt, acceptedAt, returnedAt, withdrawnAt } = table.columns
  const now = books.at.getTime()
  const accepts = new Sample(table.rows)
  let [offered, answered, returned, withdrawn, waiting, answeredInTime, due] = [0, 0, 0, 0, 0, 0, 0]
  for (const row of books.offered) {
    const promisedUntil = dueAt[row] as number
    const repliedAt = orElse(acceptedAt[row] as number, returnedAt[row] as number)
    offered++
    accepts.add((acceptedAt[row] as number) - (offeredAt[row] as number))
    if (!Number.isNaN(returnedAt[row])) returned++
    if (!Number.isNaN(repliedAt)) {
      answered++
      due++
      if (repliedAt <= promisedUntil) answeredInTime++
      continue
    }
    const isWithdrawn = !Number.isNaN(withdrawnAt[row])
    if (isWithdrawn) withdrawn++
    else waiting++
    if ((isWithdrawn ? (withdrawnAt[row] as number) : now) > promisedUntil) due++
  }
  const [accepted, medianAcceptMs] = [accepts.count, accepts.median()]
  return { offered, accepted, answered, returned, withdrawn, waiting, answeredInTime, due, medianAcceptMs }
}

function picksOf(books: Books): Picks {
  const { table } = books.facts.handoffs
  const { acceptedAt, passedOver, passedOverSince } = table.columns
  const waits = new Sample(table.rows)
  let [picks, outOfOrder, longest] = [0, 0, -Infinity]
  for (const row of books.offered) {
    if (Number.isNaN(acceptedAt[row])) continue
    if (!Number.isNaN(passedOver[row])) picks++
    if ((passedOver[row] as number) > 0) outOfOrder++
    const waited = (acceptedAt[row] as number) - (passedOverSince[row] as number)
    waits.add(waited)
    if (waited > longest) longest = waited
  }
  return {
    picks,
    outOfOrder,
    medianPassedMs: waits.median(),
    longestPassedMs: waits.count === 0 ? null : longest,
  }
}

const [kinds, reasons] = [Object.values(ReturnKind), Object.values(Reason)]

function returnsOf(books: Books): ReturnsAlike[] {
  const { returnedAt, returnKind, returnReason } = books.facts.handoffs.table.columns
  const counts = new Map<number, number>()
  const reasonsThere = returnReason.names.length
  for (const row of books.offered) {
    if (Number.isNaN(returnedAt[row])) continue
    const alike = (returnKind.codes[row] as number) * reasonsThere + (returnReason.codes[row] as number)
    counts.set(alike, (counts.get(alike) ?? 0) + 1)
  }
  const returns = [...counts].map(([alike, count]) => ({
    kind: returnKind.names[Math.floor(alike / reasonsThere)] as ReturnKind,
    reason: returnReason.names[alike % reasonsThere] as Reason,
    count,
  }))
  return returns.toSorted(
    (a, b) =>
      b.count - a.count ||
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      reasons.indexOf(a.reason) - reasons.indexOf(b.reason),
  )
}
