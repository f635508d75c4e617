import { type FunnelStep, funnelSteps } from '@/lib/reports/cohort/funnel-step'

/** Leads that are alike in all that the funnel asks, and how many they are. */
export type LeadsAlike = {
  isWarmed: boolean
  isAccepted: boolean
  isHeated: boolean
  isWon: boolean
  isLost: boolean
  isRecycled: boolean
  leads: number
}

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

const hasReached: Record<FunnelStep, (alike: LeadsAlike) => boolean> = {
  created: () => true,
  warm: ({ isWarmed }) => isWarmed,
  accepted: ({ isAccepted }) => isAccepted,
  hot: ({ isHeated }) => isHeated,
  won: ({ isWon }) => isWon,
}

const furthestStep = (alike: LeadsAlike) => funnelSteps.findLastIndex((step) => hasReached[step](alike))

/**
 * A funnel that closes its books: every lead of the cohort stands at its furthest step, and at each step those who
 * entered are those who advanced, were lost, are recycled or are still here. Won only by outcome.
 */
export function funnelBooks(cohort: LeadsAlike[]): FunnelRow[] {
  const standing = cohort.map((alike) => ({ ...alike, furthest: furthestStep(alike) }))
  const count = (of: (alike: (typeof standing)[number]) => boolean) =>
    standing.reduce((sum, alike) => sum + (of(alike) ? alike.leads : 0), 0)
  const entered = funnelSteps.map((_, index) => count(({ furthest }) => furthest >= index))
  return funnelSteps.map((step, index) => {
    const here = entered[index] ?? 0
    const before = entered[index - 1] ?? 0
    const advanced = entered[index + 1] ?? 0
    const reached = count((alike) => alike.furthest >= index && hasReached[step](alike))
    const lost = count(({ furthest, isLost }) => furthest === index && isLost)
    const recycled = count(({ furthest, isRecycled }) => furthest === index && isRecycled)
    return {
      step,
      entered: here,
      reached,
      skipped: here - reached,
      advanced,
      lost,
      recycled,
      stillHere: here - advanced - lost - recycled,
      rate: before > 0 ? here / before : null,
    }
  })
}
