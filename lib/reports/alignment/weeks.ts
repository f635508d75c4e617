import { addDays, mondayOf, todayIn } from '@/lib/calendar-day'
import { type Edges, weeksFrom } from '@/lib/facts/calendar'
import { orElse } from '@/lib/facts/moments'
import { type Alignment, alignmentOf, type Week } from '@/lib/reports/alignment/alignment'
import type { Books } from '@/lib/reports/books'
import { Sample } from '@/lib/statistics/median'

/**
 * What went between the teams in each whole week, Monday to Sunday in the company's zone, up to the end of the period or
 * the moment that is read: from the first week in which a lead became warm or was offered, the oldest first.
 */
export function weeksOf(books: Books): Week[] {
  const { timeZone, at, period } = books
  const until = mondayOf(todayIn(timeZone, period.to && period.to < at ? period.to : at))
  const first = firstOf(books)
  const firstMonday = first === Infinity ? until : mondayOf(todayIn(timeZone, new Date(first)))
  if (firstMonday >= until) return []
  const { mondays, edges } = weeksFrom(firstMonday, addDays(until, -7), timeZone)
  const offers = offersOf(books, edges)
  const counts = countWeeks(books, edges, mondays.length, offers)
  const medians = waitMedians(books, edges, offers, counts.waiting)
  const of = (numbers: Int32Array, nth: number) => numbers[nth] as number
  return mondays.map((monday, nth) => ({
    monday,
    made: of(counts.made, nth),
    offered: of(counts.offered, nth),
    taken: of(counts.taken, nth),
    waiting: of(counts.waiting, nth),
    overdue: of(counts.overdue, nth),
    medianWaitMs: medians[nth] ?? null,
  }))
}

/** When a lead became warm or was offered first; infinite for never. */
function firstOf(books: Books): number {
  const { firstWarmedAt } = books.facts.leads.columns
  const { offeredAt } = books.facts.handoffs.table.columns
  let first = Infinity
  for (const slot of books.slots) if ((firstWarmedAt[slot] as number) < first) first = firstWarmedAt[slot] as number
  for (const row of books.handoffs) if ((offeredAt[row] as number) < first) first = offeredAt[row] as number
  return first
}

/** Offers by when they waited: the rows, the week in which each was made, and the one in which it no longer waited. */
type Offers = { rows: Uint32Array; came: Int32Array; went: Int32Array }

function offersOf(books: Books, edges: Edges): Offers {
  const { offeredAt, acceptedAt, returnedAt, withdrawnAt } = books.facts.handoffs.table.columns
  const rows = books.handoffs
  const [came, went] = [new Int32Array(rows.length), new Int32Array(rows.length)]
  for (const [nth, row] of rows.entries()) {
    const left = orElse(orElse(acceptedAt[row] as number, returnedAt[row] as number), withdrawnAt[row] as number)
    came[nth] = edges.placeOf(offeredAt[row] as number)
    went[nth] = edges.placeOf(orElse(left, Infinity))
  }
  return { rows, came, went }
}

/** Numbers by week; what comes after the last edge is in one more, which nobody reads. */
function countWeeks(books: Books, edges: Edges, weeks: number, { rows, came, went }: Offers) {
  const none = () => new Int32Array(weeks + 1)
  const [made, offered, taken, waiting, overdue] = [none(), none(), none(), none(), none()]
  const { firstWarmedAt } = books.facts.leads.columns
  const { dueAt, acceptedAt } = books.facts.handoffs.table.columns
  const add = (numbers: Int32Array, week: number, by = 1) => ((numbers[week] as number) += by)
  for (const slot of books.slots)
    if (!Number.isNaN(firstWarmedAt[slot])) add(made, edges.placeOf(firstWarmedAt[slot] as number))
  // Of those who wait first only how many more, or fewer, there are than in the week before.
  for (const [nth, row] of rows.entries()) {
    const [begin, end] = [came[nth] as number, went[nth] as number]
    add(offered, begin)
    if (!Number.isNaN(acceptedAt[row])) add(taken, end)
    if (end <= begin) continue
    add(waiting, begin)
    add(waiting, end, -1)
    const late = Math.max(begin, edges.placeOf(dueAt[row] as number))
    if (late >= end) continue
    add(overdue, late)
    add(overdue, end, -1)
  }
  for (let week = 1; week <= weeks; week++) {
    add(waiting, week, waiting[week - 1])
    add(overdue, week, overdue[week - 1])
  }
  return { made, offered, taken, waiting, overdue }
}

/** How long those had waited, at the median, that waited at the end of each week. */
function waitMedians(books: Books, edges: Edges, { rows, came, went }: Offers, waiting: Int32Array): (number | null)[] {
  const { offeredAt } = books.facts.handoffs.table.columns
  const samples = Array.from(waiting.subarray(0, -1), (room) => new Sample(room))
  for (const [nth, row] of rows.entries())
    for (let week = came[nth] as number; week < (went[nth] as number); week++)
      samples[week]?.add(edges.momentOf(week + 1) - (offeredAt[row] as number))
  return samples.map((sample) => sample.median())
}

/** How the teams went together at the end of each of those weeks that begin in the period. */
export function readAlignment(books: Books): Alignment[] {
  const first = books.period.from && todayIn(books.timeZone, books.period.from)
  return alignmentOf(weeksOf(books)).filter(({ monday }) => first === null || monday >= first)
}
