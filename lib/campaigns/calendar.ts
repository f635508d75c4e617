/** A campaign on the calendar. Days are "2026-11-23", `endsOn` inclusive; an edge that it lacks is open. */
export type DatedCampaign = { id: string; startsOn: string | null; endsOn: string | null }

/** A campaign's stretch of one week: from column 1 (Monday) on, over so many days, in a lane of its own from 0 on. */
export type CalendarBar<Campaign> = {
  campaign: Campaign
  column: number
  span: number
  lane: number
  /** It began or goes on outside of this week. */
  isContinued: boolean
  continues: boolean
}

export type CalendarWeek<Campaign> = {
  days: { day: string; isOutside: boolean; isToday: boolean }[]
  bars: CalendarBar<Campaign>[]
  /** Campaigns of the week for which there is no lane. */
  left: number
}

/** How many campaigns a week shows above each other. */
export const lanesShown = 8

const dayMs = 24 * 3_600_000
const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayAt = (time: number) => new Date(time).toISOString().slice(0, 10)
const firstOf = (month: string) => `${month}-01`

/** The month that an address asks for, "2026-11"; that of today where it asks for none that we have. */
export function monthAsked(asked: string | undefined, today: string): string {
  const isMonth = asked !== undefined && /^(19[7-9]\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])$/.test(asked)
  return isMonth ? asked : today.slice(0, 7)
}

/** The month so many months later; null where the calendar ends. */
export function monthAfter(month: string, months: number): string | null {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const later = dayAt(Date.UTC(year, number - 1 + months, 1)).slice(0, 7)
  return monthAsked(later, '') === later ? later : null
}

/** "November 2026" */
export const monthInWords = (month: string): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at(firstOf(month)))

/** The days that the calendar of a month shows: whole weeks from Monday to Sunday. Both are inclusive. */
export function daysShown(month: string): { first: string; last: string } {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const [first, last] = [Date.UTC(year, number - 1, 1), Date.UTC(year, number, 0)]
  const weekday = (time: number) => (new Date(time).getUTCDay() + 6) % 7
  return { first: dayAt(first - weekday(first) * dayMs), last: dayAt(last + (6 - weekday(last)) * dayMs) }
}

/** Whether a campaign runs on a day of the month. */
export const runsIn = (month: string, { startsOn, endsOn }: DatedCampaign): boolean =>
  (startsOn === null || startsOn.slice(0, 7) <= month) && (endsOn === null || endsOn.slice(0, 7) >= month)

/** The weeks of a month with the campaigns that run in each, the earlier and longer ones above. */
export function calendarWeeks<Campaign extends DatedCampaign>(
  month: string,
  today: string,
  campaigns: Campaign[],
): CalendarWeek<Campaign>[] {
  const { first, last } = daysShown(month)
  const inOrder = campaigns.toSorted(byStartAndLength)
  const weeks: CalendarWeek<Campaign>[] = []
  for (let monday = at(first); monday <= at(last); monday += 7 * dayMs) {
    const days = Array.from({ length: 7 }, (_, nth) => dayAt(monday + nth * dayMs))
    const bars = inLanes(inOrder.flatMap((campaign) => stretch(campaign, monday)))
    weeks.push({
      days: days.map((day) => ({ day, isOutside: !day.startsWith(month), isToday: day === today })),
      bars: bars.filter(({ lane }) => lane < lanesShown),
      left: bars.filter(({ lane }) => lane >= lanesShown).length,
    })
  }
  return weeks
}

const startOf = ({ startsOn }: DatedCampaign) => (startsOn === null ? -Infinity : at(startsOn))
const endOf = ({ endsOn }: DatedCampaign) => (endsOn === null ? Infinity : at(endsOn))
const compared = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1)

/** So that a campaign keeps its lane from week to week as far as it can. */
const byStartAndLength = (a: DatedCampaign, b: DatedCampaign) =>
  compared(startOf(a), startOf(b)) || compared(endOf(b), endOf(a))

type Stretch<Campaign> = Omit<CalendarBar<Campaign>, 'lane'>

/** The part of a campaign that lies in a week, if any. */
function stretch<Campaign extends DatedCampaign>(campaign: Campaign, monday: number): Stretch<Campaign>[] {
  const [starts, ends] = [startOf(campaign), endOf(campaign)]
  const sunday = monday + 6 * dayMs
  if (starts > sunday || ends < monday) return []
  const [from, to] = [Math.max(starts, monday), Math.min(ends, sunday)]
  return [
    {
      campaign,
      column: (from - monday) / dayMs + 1,
      span: (to - from) / dayMs + 1,
      isContinued: starts < monday,
      continues: ends > sunday,
    },
  ]
}

/** Gives each stretch the first lane that is free on its days. */
function inLanes<Campaign>(stretches: Stretch<Campaign>[]): CalendarBar<Campaign>[] {
  const freeFrom: number[] = []
  return stretches
    .toSorted((a, b) => a.column - b.column)
    .map((bar) => {
      const free = freeFrom.findIndex((column) => column <= bar.column)
      const lane = free === -1 ? freeFrom.length : free
      freeFrom[lane] = bar.column + bar.span
      return { ...bar, lane }
    })
}
