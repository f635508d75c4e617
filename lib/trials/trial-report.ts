import { mondayOf, todayIn } from '@/lib/calendar-day'
import { periodEdge } from '@/lib/period'
import type { Period } from '@/lib/reports/period'
import { type Share, shareOf } from '@/lib/statistics/wilson'
import { weeksWithQueues, type WeekOfTrial } from '@/lib/trials/queues'
import type { Compared, OffersFigures, TrialFigures, WinsMoved } from '@/lib/trials/trial-figures'

/** Some offers, with what can be said of them. */
export type OffersColumn = OffersFigures & {
  /** On average over the weeks of the period; null where it has none. */
  perWeek: number | null
  /** Neither won nor lost yet. */
  open: number
  /** Accepted by those answered, and won by all leads; null where there are none. */
  acceptance: Share | null
  winRate: Share | null
  /** Leads waiting at the end of the last week, and when they were most. */
  queue: number
  longestQueue: number
}

export type TrialReport = Record<Compared, OffersColumn> & {
  /** Leads that Sales really accepted and answered in a week, on average. */
  acceptedPerWeek: number | null
  answeredPerWeek: number | null
  wins: WinsMoved
  weeks: WeekOfTrial[]
}

const weekMs = 7 * 24 * 3_600_000

/** The weeks of the period up to the moment, and what they come to. The averages begin with the first week of anything. */
export function trialReport(
  { figures, taken, weeks: counted, wins }: TrialFigures,
  { period, at, timeZone }: { period: Pick<Period, 'from' | 'to'>; at: Date; timeZone: string },
): TrialReport {
  const all = weeksWithQueues(counted)
  const first = all[0] ? periodEdge(all[0].monday, timeZone) : null
  const from = first && period.from && period.from > first ? period.from : first
  const to = period.to && period.to < at ? period.to : at
  const spanned = from ? Math.max(0, to.getTime() - from.getTime()) / weekMs : 0
  const perWeek = (count: number) => (spanned > 0 ? count / spanned : null)

  const opening = from && mondayOf(todayIn(timeZone, from))
  const closing = todayIn(timeZone, new Date(to.getTime() - 1))
  const weeks = all.filter(({ monday }) => opening !== null && monday >= opening && monday <= closing)
  const columnOf = (of: OffersFigures, queue: (week: WeekOfTrial) => number): OffersColumn => ({
    ...of,
    perWeek: perWeek(of.offers),
    open: of.leads - of.won - of.lost,
    acceptance: shareOf(of.accepted, of.answered),
    winRate: shareOf(of.won, of.leads),
    queue: weeks.length > 0 ? queue(weeks[weeks.length - 1] as WeekOfTrial) : 0,
    longestQueue: Math.max(0, ...weeks.map(queue)),
  })
  return {
    real: columnOf(figures.real, ({ queue }) => queue),
    present: columnOf(figures.present, ({ presentQueue }) => presentQueue),
    proposed: columnOf(figures.proposed, ({ proposedQueue }) => proposedQueue),
    acceptedPerWeek: perWeek(taken.accepted),
    answeredPerWeek: perWeek(taken.answered),
    wins,
    weeks,
  }
}
