import { grown, type Words } from '@/lib/facts/columns'
import type { Books } from '@/lib/reports/books'
import { isWithin, type Period } from '@/lib/reports/period'
import { eachPromise } from '@/lib/reports/handoffs/promises'
import type { ChangeCell, ChangeStep } from '@/lib/reports/changes/what-changed'
import type { Reason } from '@/prisma/generated/enums'

/** A period's two ends. */
export type Ends = Pick<Period, 'from' | 'to'>

/** What a lead or a handoff went through, and why it did not get over it, where people say so. */
type Way = Pick<ChangeCell, 'step' | 'did' | 'reason'>

/** Counts that a row, of a lead or a handoff, went a way (its index) at a moment. */
type Count = (way: number, at: number, row: number, slot: number) => void

/**
 * What happened at each step in the two periods, by when it happened: leads created, first warm, and decided (closed after
 * they had come as far as an acceptance); handoffs offered, those of them that Sales answered, and first touches that were
 * due by then. Leads by the rep that they have, handoffs by the one who accepted them.
 */
export const readChanges = (books: Books, before: Ends): ChangeCell[] => [
  ...changesOfLeads(books, before),
  ...changesOfHandoffs(books, before),
]

const got = (step: ChangeStep): Way => ({ step, did: true, reason: null })

/** Not to get over a step without a reason, then for each reason by its code. */
const gotNot = (step: ChangeStep, reasons: Words | null): Way[] =>
  [null, ...(reasons?.names ?? [])].map((reason) => ({ step, did: false, reason: reason as Reason | null }))

function changesOfLeads(books: Books, before: Ends): ChangeCell[] {
  const { createdAt, firstWarmedAt, firstAcceptedAt, firstHotAt, closedAt, outcome, repId, lostReason } =
    books.facts.leads.columns
  const [came, warmed, won, notWon] = [0, 1, 2, 3]
  const ways = [got('came'), got('warmed'), got('won'), ...gotNot('won', lostReason)]
  const { cells, count } = counter(books, before, repId, ways)
  const [lostCode, wonCode] = [outcome.codeOf('LOST'), outcome.codeOf('WON')]
  for (const slot of books.slots) {
    count(came, createdAt[slot] as number, slot, slot)
    count(warmed, firstWarmedAt[slot] as number, slot, slot)
    const end = outcome.codes[slot] as number
    if (end === wonCode) count(won, closedAt[slot] as number, slot, slot)
    // Who entered the step "accepted": see `atStep` of lib/reports/cohort/funnel-steps.ts.
    const hasEntered = !Number.isNaN(firstAcceptedAt[slot]) || !Number.isNaN(firstHotAt[slot])
    if (end === lostCode && hasEntered)
      count(notWon + 1 + (lostReason.codes[slot] as number), closedAt[slot] as number, slot, slot)
  }
  return cells()
}

function changesOfHandoffs(books: Books, before: Ends): ChangeCell[] {
  const { offeredAt, acceptedAt, returnedAt, touchDueAt, repId, returnReason } = books.facts.handoffs.table.columns
  const [offered, accepted, touched, notTouched, notAccepted] = [0, 1, 2, 3, 4]
  const ways = [
    ...[got('offered'), got('accepted'), got('touched')],
    ...gotNot('touched', null),
    ...gotNot('accepted', returnReason),
  ]
  const { cells, count } = counter(books, before, repId, ways)
  const { slotOf } = books.facts.handoffs
  for (const row of books.handoffs) {
    const [at, slot] = [offeredAt[row] as number, slotOf[row] as number]
    count(offered, at, row, slot)
    if (!Number.isNaN(acceptedAt[row])) count(accepted, at, row, slot)
    else if (!Number.isNaN(returnedAt[row])) count(notAccepted + 1 + (returnReason.codes[row] as number), at, row, slot)
  }
  const now = books.at.getTime()
  const isDue = (dueAt: number) => dueAt < now
  eachPromise(books, 'first_touch', isDue, (row, slot, fate) => {
    if (fate !== 'ended') count(fate === 'kept' ? touched : notTouched, touchDueAt[row] as number, row, slot)
  })
  return cells()
}

/** Counts leads or handoffs that are alike together: a number for each way in each period. */
function counter({ facts, period }: Books, before: Ends, rep: Words, ways: Way[]) {
  const { source, firstChannel, ownerId } = facts.leads.columns
  const [isBefore, isNow] = [isWithin(before), isWithin(period)]
  const earliest = Math.min(before.from?.getTime() ?? -Infinity, period.from?.getTime() ?? -Infinity)
  const end = Math.max(before.to?.getTime() ?? Infinity, period.to?.getTime() ?? Infinity)
  // With none, whose code is -1, there is one more than there are names. Numbers are exact for as many as there may be.
  const [channels, owners, reps] = [firstChannel.names.length + 1, ownerId.names.length + 1, rep.names.length + 1]
  const room = ways.length * 2
  const places = new Map<number, number>()
  /** By place: a row that is like it, and its lead. */
  const samples: { row: number; slot: number }[] = []
  let counts = new Int32Array(room * 64)
  const placeOf = (row: number, slot: number) => {
    const found = (source.codes[slot] as number) * channels + (firstChannel.codes[slot] as number)
    const key = (found * owners + (ownerId.codes[slot] as number)) * reps + (rep.codes[row] as number)
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, samples.length)
    if (counts.length === samples.length * room) counts = grown(counts, counts.length * 2)
    return samples.push({ row, slot }) - 1
  }
  let [lastRow, lastPlace] = [-1, -1]
  const count: Count = (way, at, row, slot) => {
    if (!(at >= earliest && at < end)) return
    const wasBefore = isBefore(at)
    const wasNow = isNow(at)
    if (!wasBefore && !wasNow) return
    // A row mostly goes several ways.
    if (row !== lastRow) {
      lastRow = row
      lastPlace = placeOf(row, slot)
    }
    const index = lastPlace * room + way * 2
    if (wasBefore) (counts[index] as number)++
    if (wasNow) (counts[index + 1] as number)++
  }
  const cells = () => {
    const cells: ChangeCell[] = []
    for (const [place, { row, slot }] of samples.entries()) {
      const [lead, channel] = [source.nameOf(slot), firstChannel.nameOf(slot)]
      const [owner, who] = [ownerId.nameOf(slot), rep.nameOf(row)]
      for (const [way, { step, did, reason }] of ways.entries()) {
        const index = place * room + way * 2
        const [was, is] = [counts[index] as number, counts[index + 1] as number]
        // Written out: of a hundred thousand cells, copies by spread take a second.
        if (was + is > 0)
          cells.push({ source: lead, channel, owner, rep: who, step, did, reason, before: was, now: is })
      }
    }
    return cells
  }
  return { count, cells }
}
