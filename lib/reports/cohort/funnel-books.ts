import { type FunnelPlace, type FunnelStep, funnelSteps } from '@/lib/reports/cohort/funnel-step'

/** All that the funnel asks of a lead. */
export type FunnelTraits = {
  isWarmed: boolean
  isAccepted: boolean
  isHeated: boolean
  isWon: boolean
  isLost: boolean
  isRecycled: boolean
}

/** Leads that are alike in that, and how many they are. */
export type LeadsAlike = FunnelTraits & { leads: number }

export type FunnelRow = {
  step: FunnelStep
  /** Reached this step or a later one = advanced + lost + recycled + stillHere. */
  entered: number
  reached: number
  /** Entered without having reached: jumped over it. */
  skipped: number
  advanced: number
  lost: number
  recycled: number
  stillHere: number
  /** Entered, as a share (0 to 1) of those who entered the step before; null at the first and where that is none. */
  rate: number | null
}

const hasReached: Record<FunnelStep, (traits: FunnelTraits) => boolean> = {
  created: () => true,
  warm: ({ isWarmed }) => isWarmed,
  accepted: ({ isAccepted }) => isAccepted,
  hot: ({ isHeated }) => isHeated,
  won: ({ isWon }) => isWon,
}

const furthestStep = (traits: FunnelTraits) => funnelSteps.findLastIndex((step) => hasReached[step](traits))

/** Whether a lead with these traits is at that place of a step: the rule that `atStep` is of the rows of lists. */
export function isAt(step: FunnelStep, place: FunnelPlace, traits: FunnelTraits): boolean {
  const furthest = furthestStep(traits)
  const own = funnelSteps.indexOf(step)
  const places: Record<FunnelPlace, boolean> = {
    entered: furthest >= own,
    reached: hasReached[step](traits),
    skipped: furthest >= own && !hasReached[step](traits),
    advanced: furthest > own,
    lost: furthest === own && traits.isLost,
    recycled: furthest === own && traits.isRecycled,
    stillHere: furthest === own && !traits.isLost && !traits.isRecycled,
  }
  return places[place]
}

/**
 * A funnel that closes its books: every lead of the cohort stands at its furthest step, and at each step those who
 * entered are those who advanced, were lost, are recycled or are still here. Won only by outcome.
 */
export function funnelBooks(cohort: LeadsAlike[]): FunnelRow[] {
  const count = (step: FunnelStep, place: FunnelPlace) =>
    cohort.reduce((sum, alike) => sum + (isAt(step, place, alike) ? alike.leads : 0), 0)
  return funnelSteps.map((step, index) => {
    const entered = count(step, 'entered')
    const before = count(funnelSteps[index - 1] ?? step, 'entered')
    return {
      step,
      entered,
      reached: count(step, 'reached'),
      skipped: count(step, 'skipped'),
      advanced: count(step, 'advanced'),
      lost: count(step, 'lost'),
      recycled: count(step, 'recycled'),
      stillHere: count(step, 'stillHere'),
      rate: index > 0 && before > 0 ? entered / before : null,
    }
  })
}
