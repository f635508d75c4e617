import { grown } from '@/lib/facts/columns'
import { orElse } from '@/lib/facts/moments'
import type { Books } from '@/lib/reports/books'
import { type StageSpell, type TimedStage, timedStages } from '@/lib/reports/cohort/time-in-stage-figures'

const hourMs = 3_600_000
const fates = ['advanced', 'closed', 'waiting'] as const
const [advanced, closed, waiting] = [0, 1, 2]

/** How long leads were in each stage, and handoffs with Sales before an answer, in whole hours: few rows for many leads. */
export function readTimeInStage(books: Books): StageSpell[] {
  const counts = { cold: new Tally(), warm: new Tally(), hot: new Tally(), queue: new Tally() }
  countLeads(books, counts)
  countOffers(books, counts.queue)
  return timedStages.flatMap((stage) => counts[stage].spells(stage))
}

/** How often each number of hours ended in each way. */
class Tally {
  #counts = new Uint32Array(1024)

  add(ms: number, fate: number): void {
    const place = Math.max(0, Math.floor(ms / hourMs)) * fates.length + fate
    if (place >= this.#counts.length) this.#counts = grown(this.#counts, place * 2)
    ;(this.#counts[place] as number)++
  }

  spells(stage: TimedStage): StageSpell[] {
    const spells: StageSpell[] = []
    this.#counts.forEach((leads, place) => {
      const fate = fates[place % fates.length]
      if (leads > 0 && fate) spells.push({ stage, hours: Math.floor(place / fates.length), fate, leads })
    })
    return spells
  }
}

/**
 * From when until when a lead of the cohort was in a stage for the first time; it may have left it by going on or by
 * being closed, or be in it still. Recorded days may be odd, as of a win before the first touch: that is no time at all.
 */
function countLeads(books: Books, counts: Record<'cold' | 'warm' | 'hot', Tally>): void {
  const { createdAt, firstWarmedAt, firstHotAt, closedAt, outcome } = books.facts.leads.columns
  const open = outcome.codeOf('OPEN')
  const at = books.at.getTime()
  const spell = (tally: Tally, from: number, next: number, end: number) => {
    if (Number.isNaN(from)) return
    if (next <= end) tally.add(next - from, advanced)
    else if (end < Infinity) tally.add(end - from, closed)
    else tally.add(at - from, waiting)
  }
  for (const slot of books.cohort) {
    const [warmed, hot] = [firstWarmedAt[slot] as number, firstHotAt[slot] as number]
    const end = outcome.codes[slot] === open ? Infinity : (closedAt[slot] as number)
    spell(counts.cold, createdAt[slot] as number, warmed, end)
    spell(counts.warm, warmed, hot, end)
    spell(counts.hot, hot, NaN, end)
  }
}

/** The time that an offer waits for Sales, of those of the period. */
function countOffers(books: Books, tally: Tally): void {
  const { offeredAt, acceptedAt, returnedAt, withdrawnAt } = books.facts.handoffs.table.columns
  const at = books.at.getTime()
  for (const row of books.offered) {
    const accepted = acceptedAt[row] as number
    const left = orElse(accepted, orElse(returnedAt[row] as number, withdrawnAt[row] as number))
    const fate = !Number.isNaN(accepted) ? advanced : Number.isNaN(left) ? waiting : closed
    tally.add(orElse(left, at) - (offeredAt[row] as number), fate)
  }
}
