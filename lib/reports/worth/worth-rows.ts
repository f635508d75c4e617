import { extentOf, spansOf } from '@/lib/facts/calendar'
import { noWord } from '@/lib/facts/columns'
import { type Approach, approaches, approachTo } from '@/lib/reports/worth/approach'
import type { Books } from '@/lib/reports/books'
import type { WonAfter, WorthSums } from '@/lib/reports/worth/worth-figures'
import { ExactSum } from '@/lib/statistics/exact-sum'

/** A row of all leads, of those of a source (null: of none) or of those created in a quarter, by its first day. */
export type CutRow = { cut: 'all' | 'source' | 'quarter'; key: string | null }

type SumsRow = CutRow & WorthSums & { currency: string | null }

/**
 * The leads created in the period, added up by approach, and by approach and source or quarter. Values are of wins, in
 * the `currency` that most of the wins with a value are in (of equal ones the first by name); one without a currency is
 * taken to be in `ours`.
 */
export function readSums(books: Books, ours: string): SumsRow[] {
  const { salesTouchCount, value } = books.facts.leads.columns
  const isWon = wonIn(books)
  const { nameOf, isMain } = mainCurrency(books, ours)
  const { rows, eachPlace } = placesIn(books)
  const count = () => new Float64Array(rows.length)
  const [leads, wins, valued, otherCurrency] = [count(), count(), count(), count()]
  const [salesTouches, salesTouchesSquared, salesTouchesOfWins] = [count(), count(), count()]
  const values: ExactSum[] = rows.map(() => new ExactSum())
  const squares: ExactSum[] = rows.map(() => new ExactSum())
  eachPlace(books.cohort, (place, slot) => {
    const touches = salesTouchCount[slot] as number
    ;(leads[place] as number)++
    ;(salesTouches[place] as number) += touches
    ;(salesTouchesSquared[place] as number) += touches * touches
    if (!isWon(slot)) return
    ;(wins[place] as number)++
    ;(salesTouchesOfWins[place] as number) += touches
    const hundredths = value[slot] as number
    if (Number.isNaN(hundredths)) return
    if (!isMain(slot)) return void (otherCurrency[place] as number)++
    ;(valued[place] as number)++
    values[place]?.add(hundredths)
    squares[place]?.addSquare(hundredths)
  })
  return rows.flatMap((row, place) => {
    const at = (counts: Float64Array) => counts[place] as number
    if (at(leads) === 0) return []
    const sums = {
      leads: at(leads),
      wins: at(wins),
      salesTouches: at(salesTouches),
      salesTouchesSquared: at(salesTouchesSquared),
      salesTouchesOfWins: at(salesTouchesOfWins),
      valued: at(valued),
      otherCurrency: at(otherCurrency),
      value: values[place]?.dividedByTen(2) ?? 0,
      valueSquared: squares[place]?.dividedByTen(4) ?? 0,
    }
    return [{ ...row, ...sums, currency: nameOf }]
  })
}

const dayMs = 24 * 3_600_000

/** How long the wins among them took, in whole days; one dated before the creation of its lead took none. */
export function readWonAfter(books: Books): (CutRow & WonAfter)[] {
  const { createdAt, closedAt } = books.facts.leads.columns
  const isWon = wonIn(books)
  const { rows, eachPlace } = placesIn(books)
  const winsByDays = rows.map(() => new Map<number, number>())
  eachPlace(books.cohort.filter(isWon), (place, slot) => {
    const days = Math.floor(((closedAt[slot] as number) - (createdAt[slot] as number)) / dayMs)
    const counted = days > 0 ? days : 0
    const wins = winsByDays[place]
    wins?.set(counted, (wins.get(counted) ?? 0) + 1)
  })
  return rows.flatMap((row, place) => Array.from(winsByDays[place] ?? [], ([days, wins]) => ({ ...row, days, wins })))
}

function wonIn({ facts }: Books): (slot: number) => boolean {
  const { outcome } = facts.leads.columns
  const [won, { codes }] = [outcome.codeOf('WON'), outcome]
  return (slot) => codes[slot] === won
}

/** The currency of most of the wins with a value, null of none, and whether a lead's value is in it. */
function mainCurrency(books: Books, ours: string): { nameOf: string | null; isMain: (slot: number) => boolean } {
  const { value, currency } = books.facts.leads.columns
  const { codes, names } = currency
  const isWon = wonIn(books)
  // Leads may not say what is ours, and then it has the code after the last one.
  const ourCode = names.includes(ours) ? currency.codeOf(ours) : names.length
  const codeOf = (slot: number) => (codes[slot] === noWord ? ourCode : (codes[slot] as number))
  const wins = new Int32Array(names.length + 1)
  for (const slot of books.cohort) if (isWon(slot) && !Number.isNaN(value[slot])) (wins[codeOf(slot)] as number)++
  const nameAt = (code: number) => names[code] ?? ours
  const [main] = Array.from(wins, (count, code) => ({ count, code, name: nameAt(code) }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1))
  return { nameOf: main?.name ?? null, isMain: (slot) => codeOf(slot) === main?.code }
}

type Places = {
  /** By place. */
  rows: (CutRow & { approach: Approach })[]
  /** Visits each of these leads of the cohort at its three places: among all, those of its source and those of its quarter. */
  eachPlace: (slots: Uint32Array, visit: (place: number, slot: number) => void) => void
}

/** A place for each approach of all leads, of each quarter and of each source. */
function placesIn(books: Books): Places {
  const { columns, rows } = books.facts.leads
  const { createdAt, source, firstTouchAt, firstSalesTouchAt, firstWarmedAt } = columns
  const { codes, names } = source
  const extent = extentOf([{ moments: createdAt, rows }], books.period)
  const { begins, edges } = spansOf('quarter', extent, books.timeZone)
  const cuts: CutRow[] = [
    { cut: 'all', key: null },
    ...begins.map((key) => ({ cut: 'quarter' as const, key })),
    ...[null, ...names].map((key) => ({ cut: 'source' as const, key })),
  ]
  const many = approaches.length
  const [quarters, sources] = [many, (1 + begins.length + 1) * many]
  return {
    rows: cuts.flatMap((cut) => approaches.map((approach) => ({ ...cut, approach }))),
    eachPlace: (slots, visit) => {
      for (const slot of slots) {
        const approach = approaches.indexOf(
          approachTo(firstTouchAt[slot] as number, firstSalesTouchAt[slot] as number, firstWarmedAt[slot] as number),
        )
        visit(approach, slot)
        visit(quarters + edges.placeOf(createdAt[slot] as number) * many + approach, slot)
        visit(sources + (codes[slot] as number) * many + approach, slot)
      }
    },
  }
}
