import type { Words } from '@/lib/facts/columns'
import type { TouchesByTeam } from '@/lib/reports/cohort/balance'
import type { Books } from '@/lib/reports/books'
import type { LeadsAlike } from '@/lib/reports/cohort/funnel-books'
import { traitBits, traitsIn, traitsFrom } from '@/lib/reports/cohort/traits'
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
  const alikeOf = alikeIn(books)
  const cohort = other ? cohortOf(books, isWithin(other)) : books.cohort
  const days = new Sample(cohort.length)
  const groups = new Groups(books)
  for (const slot of cohort) {
    groups.add(slot, alikeOf(slot))
    days.add(((firstWarmedAt[slot] as number) - (createdAt[slot] as number)) / 1000 / daySeconds)
  }
  return { groups: groups.all(), medianDaysToWarm: days.median() }
}

const cohortOf = ({ facts, slots }: Books, isIn: (at: number) => boolean) =>
  slots.filter((slot) => isIn(facts.leads.columns.createdAt[slot] as number))

/** The cohort of the period told apart by a dimension; `key` is null for leads of which it is not known. */
export function readCohortBy(books: Books, dimension: Dimension): (CohortGroup & { key: string | null })[] {
  const { codes, names }: Words = books.facts.leads.columns[dimensions[dimension]]
  const alikeOf = alikeIn(books)
  const byCode = Array.from({ length: names.length + 1 }, () => new Groups(books))
  for (const slot of books.cohort) byCode[(codes[slot] as number) + 1]?.add(slot, alikeOf(slot))
  return byCode.flatMap((groups, place) => groups.all().map((group) => ({ ...group, key: names[place - 1] ?? null })))
}

/** What the reports ask of a lead as one number: above its traits are the stage and the touches. */
function alikeIn({ facts }: Books): (slot: number) => number {
  const { stage, closeTouchCount } = facts.leads.columns
  const traitsOf = traitsIn(facts)
  const stages = stage.codes
  return (slot) =>
    traitsOf(slot) |
    ((stages[slot] as number) << traitBits) |
    ((closeTouchCount[slot] as number) << (traitBits + stageBits))
}

const stageBits = 2

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
      ...traitsFrom(traits),
      stage: this.#stages[(traits >> traitBits) & (2 ** stageBits - 1)] as Stage,
      touches: traits >> (traitBits + stageBits),
      leads: this.#leads[place] as number,
      marketingTouches: this.#marketing[place] as number,
      salesTouches: this.#sales[place] as number,
    }))
  }
}
