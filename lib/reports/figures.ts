import type { Cohort, CohortGroup } from '@/lib/reports/cohort/cohort'
import type { Reason, ReturnKind } from '@/prisma/generated/enums'

/** Key figures of a cohort: the leads created in a period. */
export type CohortFigures = {
  leads: number
  won: number
  warmed: number
  /** From creation to the touch that first made it warm, at the median of those warmed; null for none. */
  medianDaysToWarm: number | null
}

/** The key figures of a cohort. */
export function figuresOf({ groups, medianDaysToWarm }: Cohort): CohortFigures {
  const count = (of: (group: CohortGroup) => boolean) =>
    groups.reduce((sum, group) => sum + (of(group) ? group.leads : 0), 0)
  return {
    leads: count(() => true),
    won: count(({ isWon }) => isWon),
    warmed: count(({ isWarmed }) => isWarmed),
    medianDaysToWarm,
  }
}

/** What became of the handoffs offered in a period. */
export type HandoffFigures = {
  offered: number
  accepted: number
  /** Accepted, or returned without being accepted. */
  answered: number
  /** Returned, be it after having been accepted. */
  returned: number
  withdrawn: number
  waiting: number
  answeredInTime: number
  /** Answered, or not answered when the promise had passed. */
  due: number
  medianAcceptMs: number | null
}

/** What became of the handoffs whose leads had so many counted touches at the offer. */
export type OffersAtTouches = {
  touches: number
  offered: number
  /** Accepted, or returned without being accepted. */
  answered: number
  accepted: number
  /** Accepted, and ended with the win of the lead. */
  won: number
  /** Accepted, and not ended yet. */
  underWay: number
}

/** How Sales chose among the handoffs offered in a period: those that a person took, and those taken while more urgent ones waited. */
export type Picks = {
  picks: number
  outOfOrder: number
  /** How long the longest-waiting of those passed over had waited by then, in ms; null where none was. */
  medianPassedMs: number | null
  longestPassedMs: number | null
}

export type ReturnsAlike = { kind: ReturnKind; reason: Reason; count: number }

export type RepFigures = {
  id: string
  name: string
  accepted: number
  medianAcceptMs: number | null
  picks: number
  outOfOrder: number
  /** Promises of the first touch that were due in the period, and those kept. */
  due: number
  kept: number
  /** Distinct leads among those accepted, and those of them that are won. */
  taken: number
  wonOfTaken: number
  /** Won leads that were created in the period and have this rep. */
  won: number
}
