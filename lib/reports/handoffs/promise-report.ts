import type { Books } from '@/lib/reports/books'
import { isWithin } from '@/lib/reports/period'
import { eachPromise } from '@/lib/reports/handoffs/promises'
import { PromiseKind } from '@/prisma/generated/enums'

/**
 * The promises of one kind that were due in a period and up to the moment that is read: `kept` + `broken`. What ended
 * before it was due (a withdrawn offer, a closed lead) is neither.
 */
export type PromiseFigures = {
  promise: PromiseKind
  kept: number
  broken: number
  /** Of the broken ones those that are still not fulfilled and still could be. */
  open: number
}

/** Whether a promise was due in the period, and before the moment that is read. */
export const isDueIn = ({ at, period: { from, to } }: Books): ((dueAt: number) => boolean) =>
  isWithin({ from, to: to && to < at ? to : at })

/** How both teams kept their promises, a row a kind, also where nothing was due. */
export function promiseReport(books: Books): PromiseFigures[] {
  return Object.values(PromiseKind).map((promise) => {
    const fates = { kept: 0, broken: 0, open: 0, ended: 0 }
    eachPromise(books, promise, isDueIn(books), (_row, _slot, fate) => fates[fate]++)
    return { promise, kept: fates.kept, broken: fates.broken + fates.open, open: fates.open }
  })
}
