import { z95 } from '@/lib/statistics/wilson'

/** What went between the teams in a week, and what was waiting when it ended. */
export type Week = {
  /** Its first day; it ends with the Sunday. */
  monday: string
  /** Leads that became warm for the first time. */
  made: number
  /** Handoffs offered, and accepted, in this week. */
  offered: number
  taken: number
  /** Offers that waited at its end, those of them whose promise had passed, and how long they had waited at the median. */
  waiting: number
  overdue: number
  medianWaitMs: number | null
}

/**
 * Marketing `outruns` Sales, Sales `starves`, both are `fine`; or Sales `lags`: old offers wait though there are no more
 * of them than it takes in a good week.
 */
export type Verdict = 'outruns' | 'starves' | 'lags' | 'fine'

/** How the teams went together up to the end of a week, with the numbers that say so. */
export type Alignment = Week & {
  /** Null: too little has been taken to know what Sales can take. */
  verdict: Verdict | null
  /** The means of the last four weeks. */
  madeAWeek: number
  offeredAWeek: number
  takenAWeek: number
  /** What Sales takes in a good week; null where that is not known. */
  capacity: number | null
}

/** So many weeks are judged together, and from so many the capacity is known. */
export const judgedWeeks = 4
export const capacityWeeks = 26
export const fewestWeeks = 8
export const fewestTaken = 20

/**
 * How the teams went together at the end of each week, by four weeks up to then and by what Sales takes in a good week:
 * of the last 26 weeks three quarters took as much or less (their upper quartile, by nearest rank).
 *
 * The queue is old where more offers are overdue at the end of the week than Sales takes in a fifth of a good one. If it is
 * old, Marketing outruns Sales when more a week is offered than Sales takes in a good one; else Sales lags. If it is not,
 * Sales starves when fewer are offered than it takes in good weeks, by more than chance: the upper end of the 95% interval
 * of the offers lies below (of a count, its root and 0.98 more: M. S. Bartlett, Journal of the Royal Statistical Society,
 * Supplement 3 (1936), 68-78). Nothing is said before eight weeks, or of fewer than 20 handoffs taken in them.
 */
export function alignmentOf(weeks: Week[]): Alignment[] {
  return weeks.map((week, index) => {
    const judged = weeks.slice(Math.max(0, index + 1 - judgedWeeks), index + 1)
    const mean = (of: (week: Week) => number) => sumOf(judged, of) / judged.length
    const capacity = capacityOf(weeks.slice(Math.max(0, index + 1 - capacityWeeks), index + 1))
    const offeredAWeek = mean(({ offered }) => offered)
    return {
      ...week,
      madeAWeek: mean(({ made }) => made),
      offeredAWeek,
      takenAWeek: mean(({ taken }) => taken),
      capacity,
      verdict: capacity === null ? null : verdictOf(offeredAWeek, week.overdue, capacity),
    }
  })
}

function verdictOf(offeredAWeek: number, overdue: number, capacity: number): Verdict {
  if (overdue > capacity / 5) return offeredAWeek > capacity ? 'outruns' : 'lags'
  const atMost = (Math.sqrt(offeredAWeek * judgedWeeks) + z95 / 2) ** 2
  return atMost < capacity * judgedWeeks ? 'starves' : 'fine'
}

function capacityOf(weeks: Week[]): number | null {
  if (weeks.length < fewestWeeks || sumOf(weeks, ({ taken }) => taken) < fewestTaken) return null
  const sorted = weeks.map(({ taken }) => taken).sort((one, other) => one - other)
  return sorted[Math.ceil(sorted.length * 0.75) - 1] ?? null
}

const sumOf = (weeks: Week[], of: (week: Week) => number) => weeks.reduce((sum, week) => sum + of(week), 0)
