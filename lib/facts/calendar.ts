import { addDays, addMonths, mondayOf, mondaysFrom, todayIn } from '@/lib/calendar-day'
import { periodEdge } from '@/lib/period'

/** Edges that rise about evenly, as those of weeks or months do; all in ms since 1970. */
export class Edges {
  readonly #edges: Float64Array
  readonly #first: number
  readonly #perMs: number

  constructor(edges: Float64Array) {
    this.#edges = edges
    this.#first = edges[0] ?? NaN
    const last = edges.length - 1
    this.#perMs = last > 0 ? last / ((edges[last] as number) - this.#first) : 0
  }

  /** The index of the last edge that is not after the moment; -1 before the first. */
  placeOf(at: number): number {
    const edges = this.#edges
    const likely = ((at - this.#first) * this.#perMs) | 0
    if ((edges[likely] as number) <= at && at < (edges[likely + 1] as number)) return likely
    const last = edges.length - 1
    let place = Math.min(last, Math.max(-1, Math.floor((at - this.#first) * this.#perMs)))
    while (place < last && (edges[place + 1] as number) <= at) place++
    while (place >= 0 && (edges[place] as number) > at) place--
    return place
  }

  /** The moment of the edge with that index; NaN for none. */
  momentOf(index: number): number {
    return this.#edges[index] ?? NaN
  }
}

/** When each of these days began in the zone; of those before 1970 about when. */
export const edgesOfDays = (days: string[], timeZone: string): Edges =>
  new Edges(Float64Array.from(days, (day) => periodEdge(day, timeZone)?.getTime() ?? Date.parse(`${day}T00:00:00Z`)))

/** The weeks from one Monday to another, both included, and when each began; the last edge is the end of the last one. */
export function weeksFrom(first: string, last: string, timeZone: string): { mondays: string[]; edges: Edges } {
  const mondays = mondaysFrom(first, last)
  return { mondays, edges: edgesOfDays([...mondays, addDays(last, 7)], timeZone) }
}

/**
 * The weeks, months or quarters of the zone from the one with the first moment to the one with the last, in ms since 1970:
 * the first day of each, and when it began. None when the last comes before the first.
 */
export function spansOf(
  per: keyof typeof spans,
  { first, last }: { first: number; last: number },
  timeZone: string,
): { begins: string[]; edges: Edges } {
  const { firstDayOf, next } = spans[per]
  const begins: string[] = []
  if (first <= last) {
    const end = todayIn(timeZone, new Date(last))
    for (let day = firstDayOf(todayIn(timeZone, new Date(first))); day <= end; day = next(day)) begins.push(day)
  }
  return { begins, edges: edgesOfDays(begins, timeZone) }
}

const spans = {
  week: { firstDayOf: mondayOf, next: (day: string) => addDays(day, 7) },
  month: { firstDayOf: (day: string) => `${day.slice(0, 7)}-01`, next: (day: string) => addMonths(day, 1) },
  quarter: {
    firstDayOf: (day: string) => addMonths(`${day.slice(0, 7)}-01`, -((Number(day.slice(5, 7)) - 1) % 3)),
    next: (day: string) => addMonths(day, 3),
  },
}

/** The first and the last of these moments within the period; NaN, which is none, does not count. */
export function extentOf(
  columns: { moments: Float64Array; rows: number }[],
  { from, to }: { from: Date | null; to: Date | null },
): { first: number; last: number } {
  let first = Infinity
  let last = -Infinity
  for (const { moments, rows } of columns)
    for (let row = 0; row < rows; row++) {
      const at = moments[row] as number
      if (at < first) first = at
      if (at > last) last = at
    }
  return { first: Math.max(first, from?.getTime() ?? -Infinity), last: Math.min(last, to?.getTime() ?? Infinity) }
}
