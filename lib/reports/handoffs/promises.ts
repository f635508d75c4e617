import type { Chosen } from '@/lib/facts/chosen'
import type { Facts } from '@/lib/facts/facts'
import { orElse } from '@/lib/facts/moments'
import { PromiseKind } from '@/prisma/generated/enums'

/**
 * What became of a promise whose time has come. A broken one is `open` as long as it is not fulfilled and still could be;
 * what `ended` before it was due, as a withdrawn offer or a closed lead, was neither kept nor broken.
 */
export type Fate = 'kept' | 'broken' | 'open' | 'ended'

/** Visits the promises of a kind that `isDue` chooses by the moment at which they were due. */
export function eachPromise(
  chosen: Chosen,
  kind: PromiseKind,
  isDue: (dueAt: number) => boolean,
  visit: (row: number, slot: number, fate: Fate) => void,
): void {
  const { dueAt, doneAt, endedAt } = momentsOf[kind](chosen.facts)
  const { slotOf } = chosen.facts.handoffs
  for (const row of chosen.handoffs) {
    const due = dueAt[row] as number
    if (!isDue(due)) continue
    const slot = slotOf[row] as number
    visit(row, slot, fateOf(due, doneAt(row), endedAt(row, slot)))
  }
}

/** The same as `isKept` and `isBroken` of lib/handoffs/promises-sql.ts, of a promise that was due by now. */
function fateOf(dueAt: number, doneAt: number, endedAt: number): Fate {
  // Who touches a lead after it was given back has not kept the promise of who gave it back.
  if (doneAt <= dueAt && !(endedAt < doneAt)) return 'kept'
  if (endedAt <= dueAt) return 'ended'
  return Number.isNaN(doneAt) && Number.isNaN(endedAt) ? 'open' : 'broken'
}

/** When it was due and fulfilled, and when there was nothing to fulfil any more: the same as `promisesSql` there. */
type Moments = {
  dueAt: Float64Array
  doneAt: (row: number) => number
  endedAt: (row: number, slot: number) => number
}

const momentsOf: Record<PromiseKind, (facts: Facts) => Moments> = {
  [PromiseKind.accept]: ({ handoffs }) => {
    const { dueAt, acceptedAt, returnedAt, withdrawnAt } = handoffs.table.columns
    return {
      dueAt,
      doneAt: (row) => orElse(acceptedAt[row] as number, returnedAt[row] as number),
      endedAt: (row) => withdrawnAt[row] as number,
    }
  },
  [PromiseKind.first_touch]: ({ handoffs }) => {
    const { touchDueAt, touchedAt, returnedAt, closedAt } = handoffs.table.columns
    return {
      dueAt: touchDueAt,
      doneAt: (row) => touchedAt[row] as number,
      endedAt: (row) => orElse(returnedAt[row] as number, closedAt[row] as number),
    }
  },
  [PromiseKind.answer]: ({ handoffs, leads }) => {
    const { answerDueAt, answeredAt } = handoffs.table.columns
    const { closedAt } = leads.columns
    return {
      dueAt: answerDueAt,
      doneAt: (row) => answeredAt[row] as number,
      endedAt: (_, slot) => closedAt[slot] as number,
    }
  },
}
