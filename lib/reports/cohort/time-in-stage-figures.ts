import { type DurationQuantile, durationQuartiles } from '@/lib/statistics/duration-quantiles'

/** Leads that were in a stage for the same number of whole hours, by how that ended: a stage further, by a close, or not yet. */
export type StageSpell = {
  stage: TimedStage
  hours: number
  fate: 'advanced' | 'closed' | 'waiting'
  leads: number
}

/** The stages of a lead; `queue` is the time that an offer waits for Sales. */
export const timedStages = ['cold', 'warm', 'hot', 'queue'] as const
export type TimedStage = (typeof timedStages)[number]

/** In days, to the hour. */
type InDays = DurationQuantile | null

export type TimeInStage = {
  stage: TimedStage
  entered: number
  advanced: number
  closed: number
  /** Still there at the moment that is read: they count as having waited at least so long. */
  waiting: number
  lower: InDays
  median: InDays
  upper: InDays
}

/** How long leads stay in each stage until they leave it, upwards or by a close: quartiles in which those still there count. */
export function timeInStage(spells: StageSpell[]): TimeInStage[] {
  return timedStages.map((stage) => {
    const of = spells.filter((spell) => spell.stage === stage)
    const count = (fate: StageSpell['fate']) =>
      of.reduce((sum, spell) => sum + (spell.fate === fate ? spell.leads : 0), 0)
    const [advanced, closed, waiting] = [count('advanced'), count('closed'), count('waiting')]
    const quartiles = durationQuartiles(
      of.map(({ hours, fate, leads }) => ({
        at: hours,
        events: fate === 'waiting' ? 0 : leads,
        censored: fate === 'waiting' ? leads : 0,
      })),
    )
    return {
      stage,
      entered: advanced + closed + waiting,
      advanced,
      closed,
      waiting,
      lower: inDays(quartiles.lower),
      median: inDays(quartiles.median),
      upper: inDays(quartiles.upper),
    }
  })
}

const inDays = (hours: DurationQuantile | null): InDays =>
  hours && {
    value: hours.value / 24,
    low: hours.low === null ? null : hours.low / 24,
    high: hours.high === null ? null : hours.high / 24,
  }
