import type { Words } from '@/lib/facts/columns'
import type { TouchesOfWins, WinsTouched } from '@/lib/reports/attribution/attribution'
import type { Books } from '@/lib/reports/books'

/** Visits each win of the cohort with its touches up to the win: the row of the first, and the one after the last. */
export function eachWin(books: Books, visit: (slot: number, start: number, end: number) => void): void {
  const { leads, touches } = books.facts
  const { closedAt, outcome } = leads.columns
  const { occurredAt } = touches.table.columns
  const { first, many } = touches
  const { codes } = outcome
  const won = outcome.codeOf('WON')
  for (const slot of books.cohort) {
    if (codes[slot] !== won) continue
    const start = first[slot] as number
    const after = start + (many[slot] as number)
    let end = start
    while (end < after && (occurredAt[end] as number) <= (closedAt[slot] as number)) end++
    visit(slot, start, end)
  }
}

/** What `attribute` takes, with the number of all wins, and of those that each name touched. */
type Walked<Name extends string> = {
  wins: number
  untouched: number
  touched: Map<Name, number>
  touchesOfWins: TouchesOfWins<Name>[]
  winsTouched: WinsTouched<Name>[]
}

/** Counts the touches of the wins by their words: a place for each code, the first one for touches without a word. */
export function walkWins<Name extends string>(
  books: Books,
  { codes, names }: Words,
  nameOf: (word: string | null) => Name,
): Walked<Name> {
  const places = [null, ...names].map(nameOf)
  const byTouches: Alike[] = []
  /** By how many names touched a win, and by place: how many wins. */
  const byNames: Int32Array[] = []
  const seen = new Int32Array(places.length)
  const own = new Int32Array(places.length)
  let [wins, untouched] = [0, 0]
  eachWin(books, (_, start, end) => {
    wins++
    if (start === end) return void untouched++
    const alike = (byTouches[end - start] ??= new Alike(places.length))
    let many = 0
    for (let row = start; row < end; row++) {
      const place = (codes[row] as number) + 1
      ;(alike.own[place] as number)++
      if (seen[place] === wins) continue
      seen[place] = wins
      own[many++] = place
    }
    const touched = (byNames[many] ??= new Int32Array(places.length))
    for (let nth = 0; nth < many; nth++) (touched[own[nth] as number] as number)++
    ;(alike.first[(codes[start] as number) + 1] as number)++
    ;(alike.last[(codes[end - 1] as number) + 1] as number)++
  })
  const winsTouched = byNames.flatMap((touched, many) =>
    places.flatMap((name, place) => (touched[place] ? [{ name, names: many, wins: touched[place] }] : [])),
  )
  const touched = new Map<Name, number>()
  for (const { name, wins: more } of winsTouched) touched.set(name, (touched.get(name) ?? 0) + more)
  return { wins, untouched, touched, touchesOfWins: rowsOf(byTouches, places), winsTouched }
}

/** The touches of wins with equally many, by place. */
class Alike {
  readonly own: Int32Array
  readonly first: Int32Array
  readonly last: Int32Array

  constructor(places: number) {
    this.own = new Int32Array(places)
    this.first = new Int32Array(places)
    this.last = new Int32Array(places)
  }
}

const rowsOf = <Name extends string>(byTouches: Alike[], places: Name[]): TouchesOfWins<Name>[] =>
  byTouches.flatMap(({ own, first, last }, touches) =>
    places.flatMap((name, place) =>
      own[place] ? [{ touches, name, own: own[place], first: first[place] ?? 0, last: last[place] ?? 0 }] : [],
    ),
  )
