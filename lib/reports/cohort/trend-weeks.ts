import { addDays, mondayOf, todayIn } from '@/lib/calendar-day'
import { weeksFrom } from '@/lib/facts/calendar'
import type { Books } from '@/lib/reports/books'

/** What happened in a week of the company's zone: leads by the week in which each took the step, whenever it was created. */
export type TrendWeek = {
  /** Its Monday. */
  week: string
  created: number
  /** For the first time, as the two below. */
  warmed: number
  accepted: number
  hot: number
  won: number
  lost: number
}

/** A trend shows at most so many weeks, the last ones. */
export const mostWeeks = 260

/** The weeks of the period up to the moment that is read, without a period from the first step on; empty ones too. */
export function trendWeeks(books: Books): TrendWeek[] {
  const { timeZone, at, period } = books
  const end = period.to && period.to < at ? period.to : at
  const last = mondayOf(todayIn(timeZone, new Date(end.getTime() - 1)))
  const earliest = addDays(last, -7 * (mostWeeks - 1))
  const begin = period.from ? mondayOf(todayIn(timeZone, period.from)) : earliest
  const { mondays, edges } = weeksFrom(begin < earliest ? earliest : begin, last, timeZone)
  const [from, until] = [period.from?.getTime() ?? -Infinity, end.getTime()]
  const counts = stepsOf(books).map(({ slots, moments }) => {
    const byWeek = new Uint32Array(mondays.length)
    for (const slot of slots) {
      const took = moments[slot] as number
      if (!(took >= from && took < until)) continue
      const week = edges.placeOf(took)
      if (week >= 0) (byWeek[week] as number)++
    }
    return byWeek
  })
  const weeks = mondays.map((week, place) => {
    const [created = 0, warmed = 0, accepted = 0, hot = 0, won = 0, lost = 0] = counts.map((byWeek) => byWeek[place])
    return { week, created, warmed, accepted, hot, won, lost }
  })
  const first = weeks.findIndex(({ week: _, ...numbers }) => Object.values(numbers).some((number) => number > 0))
  return period.from ? weeks : weeks.slice(first)
}

/** In the order of a week's numbers: of which leads, and when each took the step; NaN where it did not. */
function stepsOf({ facts, slots }: Books): { slots: Uint32Array; moments: Float64Array }[] {
  const { createdAt, firstWarmedAt, firstAcceptedAt, firstHotAt, closedAt, outcome } = facts.leads.columns
  const ended = (how: number) => ({ slots: slots.filter((slot) => outcome.codes[slot] === how), moments: closedAt })
  const first = [createdAt, firstWarmedAt, firstAcceptedAt, firstHotAt]
  return [...first.map((moments) => ({ slots, moments })), ended(outcome.codeOf('WON')), ended(outcome.codeOf('LOST'))]
}
