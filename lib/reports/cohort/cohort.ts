import type { Words } from '@/lib/facts/columns'
import type { TouchesByTeam } from '@/lib/reports/cohort/balance'
import type { Books } from '@/lib/reports/books'
import type { LeadsAlike } from '@/lib/reports/cohort/funnel-books'
import { isWithin, type Period } from '@/lib/reports/period'
import type { LeadsByTouches } from '@/lib/reports/thresholds/touches-to-win'
import { Sample } from '@/lib/statistics/median'
import type { Stage } from '@/prisma/generated/enums'

/** Leads of the cohort that are alike in all that the reports ask. */
export type CohortGroup = LeadsAlike & LeadsByTouches & TouchesByTeam

/** The leads created in a period. `medianDaysToWarm` is over those warmed, from creation; null for none. */
export type Cohort = { groups: CohortGroup[]; medianDaysToWarm: number | null }

/** By what leads can be told apart: all that is known of them from the start, and whose they are. */
const dimensions = {
  source: 'source',
  channel: 'firstChannel',
  owner: 'ownerId',
  rep: 'repId',
} as const
export type Dimension = keyof typeof dimensions

const daySeconds = 86_400

/** The cohort of the period, or that of another one. */
export function readCohort(books: Books, other?: Pick<Period, 'from' | 'to'>): Cohort {
  const { createdAt, firstWarmedAt } = books.facts.leads.columns
  const traitsOf = traitsIn(books)
  const cohort = other ? cohortOf(books, isWithin(other)) : books.cohort
  const days = new Sample(cohort.length)
  const groups = new Groups(books)
  for (const slot of cohort) {
    groups.add(slot, traitsOf(slot))
    days.add(((firstWarmedAt[slot] as number) - (createdAt[slot] as number)) / 1000 / daySeconds)
  }
  return { groups: groups.all(), medianDaysToWarm: days.median() }
}

const cohortOf = ({ facts, slots }: Books, isIn: (at: number) => boolean) =>
  slots.filter((slot) => isIn(facts.leads.columns.createdAt[slot] as number))

/** The cohort of the period told apart by a dimension; `key` is null for leads of which it is not known. */
export function readCohortBy(books: Books, dimension: Dimension): (CohortGroup & { key: string | null })[] {
  const { codes, names }: Words = books.facts.leads.columns[dimensions[dimension]]
  const traitsOf = traitsIn(books)
  const byCode = Array.from({ length: names.length + 1 }, () => new Groups(books))
  for (const slot of books.cohort) byCode[(codes[slot] as number) + 1]?.add(slot, traitsOf(slot))
  return byCode.flatMap((groups, place) => groups.all().map((group) => ({ ...group, key: names[place - 1] ?? null })))
}

/** What the reports ask of a lead as one number: each trait is a bit, above them are the stage and the touches. */
function traitsIn({ facts }: Books): (slot: number) => number {
  const { firstWarmedAt, firstAcceptedAt, firstHotAt, outcome, isRecycled, stage, closeTouchCount } =
    facts.leads.columns
  const [won, lost] = [outcome.codeOf('WON'), outcome.codeOf('LOST')]
  const [outcomes, stages] = [outcome.codes, stage.codes]
  const is = (moment: number) => (moment > 0 || moment <= 0 ? 1 : 0)
  return (slot) =>
    is(firstWarmedAt[slot] as number) |
    (is(firstAcceptedAt[slot] as number) << 1) |
    (is(firstHotAt[slot] as number) << 2) |
    (outcomes[slot] === won ? 1 << 3 : 0) |
    (outcomes[slot] === lost ? 1 << 4 : 0) |
    ((isRecycled[slot] as number) << 5) |
    ((stages[slot] as number) << 6) |
    ((closeTouchCount[slot] as number) << 8)
}

/** Leads that are alike, counted together. */
class Groups {
  readonly #places = new Map<number, number>()
  readonly #traits: number[] = []
  readonly #leads: number[] = []
  readonly #marketing: number[] = []
  readonly #sales: number[] = []
  readonly #marketingTouches: Int32Array
  readonly #salesTouches: Int32Array
  readonly #stages: string[]

  constructor({ facts }: Books) {
    const { marketingTouchCount, salesTouchCount, stage } = facts.leads.columns
    this.#marketingTouches = marketingTouchCount
    this.#salesTouches = salesTouchCount
    this.#stages = stage.names
  }

  add(slot: number, traits: number): void {
    const place = this.#places.get(traits) ?? this.#begin(traits)
    ;(this.#leads[place] as number)++
    ;(this.#marketing[place] as number) += this.#marketingTouches[slot] as number
    ;(this.#sales[place] as number) += this.#salesTouches[slot] as number
  }

  #begin(traits: number): number {
    const place = this.#traits.push(traits) - 1
    for (const counts of [this.#leads, this.#marketing, this.#sales]) counts.push(0)
    this.#places.set(traits, place)
    return place
  }

  all(): CohortGroup[] {
    return this.#traits.map((traits, place) => ({
      isWarmed: (traits & 1) > 0,
      isAccepted: (traits & 2) > 0,
      isHeated: (traits & 4) > 0,
      isWon: (traits & 8) > 0,
      isLost: (traits & 16) > 0,
      isRecycled: (traits & 32) > 0,
      stage: this.#stages[(traits >> 6) & 3] as Stage,
      touches: traits >> 8,
      leads: this.#leads[place] as number,
      marketingTouches: this.#marketing[place] as number,
      salesTouches: this.#sales[place] as number,
    }))
  }
}
