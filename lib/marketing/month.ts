import { TZDate } from '@date-fns/tz'

/** A half-open stretch of days in the company's zone, as a list's filters take it. */
export type Days = { from: string; to: string }

/**
 * The month of a moment, and the same days of the month before: comparing three weeks with a whole month would say
 * that every month begins badly.
 */
export type MonthToDate = Days & {
  /** "November" */
  name: string
  /** As many days of the month before, at most all of it. */
  before: Days & { words: string }
}

const dayIn = (date: Date) => date.toISOString().slice(0, 10)
const utc = (year: number, month: number, day: number) => new Date(Date.UTC(year, month, day))
const monthName = (date: Date, month: 'long' | 'short') =>
  new Intl.DateTimeFormat('en-GB', { month, timeZone: 'UTC' }).format(date)

/** The month that `now` lies in, in the zone. */
export function monthToDate(now: Date, timeZone: string): MonthToDate {
  const local = new TZDate(now.getTime(), timeZone)
  const [year, month, today] = [local.getFullYear(), local.getMonth(), local.getDate()]
  const first = utc(year, month, 1)
  const firstBefore = utc(year, month - 1, 1)
  const endBefore = new Date(Math.min(utc(year, month - 1, today + 1).getTime(), first.getTime()))
  const lastBefore = new Date(endBefore.getTime() - 1).getUTCDate()
  return {
    from: dayIn(first),
    to: dayIn(utc(year, month + 1, 1)),
    name: monthName(first, 'long'),
    before: {
      from: dayIn(firstBefore),
      to: dayIn(endBefore),
      words:
        lastBefore === 1
          ? `1 ${monthName(firstBefore, 'short')}`
          : `1 to ${lastBefore} ${monthName(firstBefore, 'short')}`,
    },
  }
}

/** The day of a moment in the zone, as midnight UTC, which is how days are stored. */
export function dayOf(now: Date, timeZone: string): Date {
  const local = new TZDate(now.getTime(), timeZone)
  return utc(local.getFullYear(), local.getMonth(), local.getDate())
}
