import type { Books } from '@/lib/reports/books'
import type { RepFigures } from '@/lib/reports/figures'
import { isDueIn } from '@/lib/reports/handoffs/promise-report'
import { eachPromise } from '@/lib/reports/handoffs/promises'
import { Sample } from '@/lib/statistics/median'

export type NamelessRep = Omit<RepFigures, 'name'>

/**
 * What each rep took on of the handoffs offered in the period, how they kept the promise of the first touch, and what
 * became of it: of those who took something, won something or had something to do.
 */
export function repFigures(books: Books): NamelessRep[] {
  const { names } = books.facts.handoffs.table.columns.repId
  const reps = names.map(nothingOf)
  countAccepted(books, reps)
  const medians = acceptMedians(books, reps)
  for (const [code, rep] of reps.entries()) rep.medianAcceptMs = medians[code] ?? null
  countPromises(books, reps)
  const byId = new Map(reps.map((rep) => [rep.id, rep]))
  for (const [id, won] of winsByRep(books)) byId.set(id, { ...(byId.get(id) ?? nothingOf(id)), won })
  return [...byId.values()].filter(({ accepted, won, due }) => accepted > 0 || won > 0 || due > 0)
}

const nothingOf = (id: string): NamelessRep => ({
  id,
  accepted: 0,
  medianAcceptMs: null,
  picks: 0,
  outOfOrder: 0,
  due: 0,
  kept: 0,
  taken: 0,
  wonOfTaken: 0,
  won: 0,
})

/** Visits each handoff offered in the period that a rep accepted. */
function eachAccepted(books: Books, visit: (row: number, slot: number, rep: number) => void): void {
  const { acceptedAt, repId } = books.facts.handoffs.table.columns
  const { codes } = repId
  const { slotOf } = books.facts.handoffs
  for (const row of books.offered) {
    const rep = codes[row] as number
    if (rep >= 0 && !Number.isNaN(acceptedAt[row])) visit(row, slotOf[row] as number, rep)
  }
}

function countAccepted(books: Books, reps: NamelessRep[]): void {
  const { leads, handoffs } = books.facts
  const { passedOver } = handoffs.table.columns
  const { outcome } = leads.columns
  const won = outcome.codeOf('WON')
  // The handoffs of a lead come together, so that the last lead of a rep says whether this one is another.
  const lastLead = new Int32Array(reps.length).fill(-1)
  eachAccepted(books, (row, slot, code) => {
    const rep = reps[code] as NamelessRep
    rep.accepted++
    if (!Number.isNaN(passedOver[row])) rep.picks++
    if ((passedOver[row] as number) > 0) rep.outOfOrder++
    if (lastLead[code] === slot) return
    lastLead[code] = slot
    rep.taken++
    if (outcome.codes[slot] === won) rep.wonOfTaken++
  })
}

/** By the code of the rep. */
function acceptMedians(books: Books, reps: NamelessRep[]): (number | null)[] {
  const { offeredAt, acceptedAt } = books.facts.handoffs.table.columns
  const samples = reps.map(({ accepted }) => new Sample(accepted))
  eachAccepted(books, (row, _slot, rep) => {
    samples[rep]?.add((acceptedAt[row] as number) - (offeredAt[row] as number))
  })
  return samples.map((sample) => sample.median())
}

function countPromises(books: Books, reps: NamelessRep[]): void {
  const { codes } = books.facts.handoffs.table.columns.repId
  eachPromise(books, 'first_touch', isDueIn(books), (row, _slot, fate) => {
    const rep = reps[codes[row] as number]
    if (!rep || fate === 'ended') return
    rep.due++
    if (fate === 'kept') rep.kept++
  })
}

/** The won leads that were created in the period, by the id of the rep that they have. */
function winsByRep(books: Books): [string, number][] {
  const { outcome, repId } = books.facts.leads.columns
  const won = outcome.codeOf('WON')
  const wins = new Int32Array(repId.names.length)
  for (const slot of books.cohort) {
    const rep = repId.codes[slot] as number
    if (rep >= 0 && outcome.codes[slot] === won) (wins[rep] as number)++
  }
  return repId.names.flatMap((id, code): [string, number][] => (wins[code] ? [[id, wins[code]]] : []))
}
