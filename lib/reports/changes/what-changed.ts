import { chanceOfSamePace, chanceOfSameShares } from '@/lib/statistics/exact-tests'
import type { Reason } from '@/prisma/generated/enums'

/**
 * Why more or fewer leads were won than in the period before: of all parts of the business (a source, a first channel, an
 * owner, a rep, and all leads together) and all steps on the way to a win we ask whether the part's step went another way
 * than chance alone would let it, and in the direction of the wins. Asking so much finds something by luck, so a change
 * counts only where its chance, times the number of questions, is below 5% (the rule of Bonferroni). The one that is
 * least due to chance is named, then we look again without its leads, so that one cause is not named twice. Where as many
 * were won there is nothing to ask.
 */

/** In the order of the way. The first three are counted; of the others the share counts that got over it. */
export const changeSteps = ['came', 'warmed', 'offered', 'accepted', 'touched', 'won'] as const
export type ChangeStep = (typeof changeSteps)[number]
const counted: readonly ChangeStep[] = ['came', 'warmed', 'offered']

/**
 * By what leads are told apart, and at which steps that can be compared: a rep has only the leads that Sales took, and a
 * lead that was not touched yet has no first channel.
 */
const dimensions = {
  source: changeSteps,
  channel: ['warmed', 'offered', 'accepted', 'touched', 'won'],
  owner: changeSteps,
  rep: ['touched', 'won'],
} as const satisfies Record<string, readonly ChangeStep[]>
export type ChangeDimension = keyof typeof dimensions

/** Leads or handoffs that are alike: `before` and `now` are how many took this step in each period. */
export type ChangeCell = Record<ChangeDimension, string | null> & {
  step: ChangeStep
  /** Whether they got over it: Sales accepted, touched in time, won. */
  did: boolean
  /** Why not, where people say so. */
  reason: Reason | null
  before: number
  now: number
}

/** All leads, or those with this value of a dimension. */
export type Part = { dimension: null } | { dimension: ChangeDimension; key: string }

/** So many of so many; a step that is only counted is `of` itself. */
export type StepFigures = { did: number; of: number }
export type StepChange = { step: ChangeStep; before: StepFigures; now: StepFigures; isCounted: boolean }

export type Finding = {
  part: Part
  steps: StepChange[]
  /** The step at which it broke, or went better; and how often chance alone would do that. */
  at: ChangeStep
  chance: number
  /** Why leads did not get over that step, the most frequent first. */
  reasons: { reason: Reason; before: number; now: number }[]
}

export type WhatChanged = {
  won: { before: number; now: number; chance: number }
  /** How many changes were looked at. */
  questions: number
  findings: Finding[]
}

/** A change counts below this, after correction. */
const level = 0.05
/** Of fewer cases in both periods together nothing is asked: no answer could be told from luck. */
const fewest = 10
/** More causes than that are no answer. */
const mostFindings = 3

/** What changed between two periods, of which `lengths` says how long each was counted, in any unit. */
export function whatChanged(cells: ChangeCell[], lengths: { before: number; now: number }): WhatChanged {
  const whole = changeOf('won', sumsOf(cells))
  const won = { before: whole.before.did, now: whole.now.did }
  const direction = Math.sign(won.now - won.before)
  const findings: Finding[] = []
  let left = cells
  let questions = 0
  while (direction !== 0 && findings.length < mostFindings) {
    const asked = questionsOf(left, lengths)
    questions ||= asked.length
    const [found] = asked
      .filter((one) => one.direction === direction && one.chance * asked.length < level)
      .toSorted((a, b) => a.chance - b.chance)
    if (!found) break
    const own = left.filter(isOf(found.part))
    findings.push({
      part: found.part,
      steps: shownOf(found.part, own),
      at: found.step,
      chance: found.chance,
      reasons: reasonsAt(own, found.step),
    })
    left = left.filter(isElsewhere(found))
  }
  return { won: { ...won, chance: chanceOf({ ...whole, isCounted: true }, lengths) }, questions, findings }
}

type Question = { part: Part; step: ChangeStep; chance: number; direction: number }

/** All leads first: what a part of them does not show more clearly is not the part's. */
function questionsOf(cells: ChangeCell[], lengths: { before: number; now: number }): Question[] {
  return partsOf(cells).flatMap(({ part, sums }) =>
    testedOf(part).flatMap((step) => {
      const change = changeOf(step, sums)
      const { before, now, isCounted } = change
      if (before.of + now.of < fewest || (!isCounted && Math.min(before.of, now.of) === 0)) return []
      const direction = isCounted
        ? Math.sign(now.did / lengths.now - before.did / lengths.before)
        : Math.sign(now.did * before.of - before.did * now.of)
      return [{ part, step, direction, chance: chanceOf(change, lengths) }]
    }),
  )
}

/** By step: of how many before and now, and how many of them got over it. */
type Sums = Record<ChangeStep, { before: StepFigures; now: StepFigures }>

/** All leads, and each value of each dimension, with what they did: added up in one pass, for cells may be many. */
function partsOf(cells: ChangeCell[]): { part: Part; sums: Sums }[] {
  const named = (Object.keys(dimensions) as ChangeDimension[]).map((dimension) => {
    const byKey = new Map<string, Sums>()
    for (const cell of cells) {
      const key = cell[dimension]
      if (key === null) continue
      let sums = byKey.get(key)
      if (!sums) byKey.set(key, (sums = nothing()))
      add(sums, cell)
    }
    return [...byKey].map(([key, sums]) => ({ part: { dimension, key }, sums }))
  })
  return [{ part: { dimension: null }, sums: sumsOf(cells) }, ...named.flat()]
}

function sumsOf(cells: ChangeCell[]): Sums {
  const sums = nothing()
  for (const cell of cells) add(sums, cell)
  return sums
}

const nothing = (): Sums =>
  Object.fromEntries(changeSteps.map((step) => [step, { before: { did: 0, of: 0 }, now: { did: 0, of: 0 } }])) as Sums

function add(sums: Sums, { step, did, before, now }: ChangeCell): void {
  const at = sums[step]
  at.before.of += before
  at.now.of += now
  if (!did) return
  at.before.did += before
  at.now.did += now
}

const changeOf = (step: ChangeStep, sums: Sums): StepChange => ({
  step,
  ...sums[step],
  isCounted: counted.includes(step),
})

const isOf =
  (part: Part) =>
  (cell: ChangeCell): boolean =>
    part.dimension === null || cell[part.dimension] === part.key

/** What a finding does not speak of: other parts, and where it speaks of all leads, other steps. */
const isElsewhere =
  ({ part, step }: Question) =>
  (cell: ChangeCell): boolean =>
    part.dimension === null ? cell.step !== step : !isOf(part)(cell)

const testedOf = ({ dimension }: Part): readonly ChangeStep[] =>
  dimension === null ? changeSteps : dimensions[dimension]

/** What is shown of a part; of a rep also how many leads they accepted, for whom others came back is not known. */
function shownOf(part: Part, own: ChangeCell[]): StepChange[] {
  const sums = sumsOf(own)
  const taken = part.dimension === 'rep' ? [{ ...changeOf('accepted', sums), isCounted: true }] : []
  return [...taken, ...testedOf(part).map((step) => changeOf(step, sums))]
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

const chanceOf = ({ before, now, isCounted }: StepChange, lengths: { before: number; now: number }): number =>
  isCounted
    ? chanceOfSamePace({ count: now.did, length: lengths.now }, { count: before.did, length: lengths.before })
    : chanceOfSameShares(now, before)

function reasonsAt(cells: ChangeCell[], step: ChangeStep): Finding['reasons'] {
  const those = cells.filter((cell) => cell.step === step && !cell.did)
  const reasons = new Set(those.flatMap(({ reason }) => (reason === null ? [] : [reason])))
  return [...reasons]
    .map((reason) => {
      const same = those.filter((cell) => cell.reason === reason)
      return { reason, before: sum(same.map(({ before }) => before)), now: sum(same.map(({ now }) => now)) }
    })
    .toSorted((a, b) => b.now - a.now || b.before - a.before)
}
