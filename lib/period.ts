import { TZDate } from '@date-fns/tz'
import { todayIn } from '@/lib/calendar-day'
import { dayOfWord } from '@/lib/relative-day'

/**
 * The moment that an edge of a period means: a day is its midnight in the company's zone, and a time that does not say
 * its zone is meant there too.
 *
 * Returns null for what is no date, or lies outside of 1970 to 2199.
 */
export function periodEdge(edge: string, timeZone: string): Date | null {
  const moment = momentOf(edge, timeZone)
  return moment && moment.getUTCFullYear() >= 1970 && moment.getUTCFullYear() < 2200 ? moment : null
}

/** The same of an edge that may move along with the calendar (lib/relative-day.ts): what it means at `now`. */
export const movingPeriodEdge = (edge: string, timeZone: string, now: Date): Date | null =>
  periodEdge(dayOfWord(edge, todayIn(timeZone, now)) ?? edge, timeZone)

const inTheZone = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?)?$/

function momentOf(edge: string, timeZone: string): Date | null {
  const parts = inTheZone.exec(edge)
  if (!parts) {
    const moment = new Date(edge)
    return edge.includes('T') && !Number.isNaN(moment.getTime()) ? moment : null
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  const milliseconds = Number((parts[7] ?? '').padEnd(3, '0'))
  if (hour > 23 || minute > 59 || second > 59) return null
  const meant = new TZDate(year, month - 1, day, hour, minute, second, milliseconds, timeZone)
  const isThatDay = meant.getMonth() === month - 1 && meant.getDate() === day
  return isThatDay ? new Date(meant.getTime()) : null
}
