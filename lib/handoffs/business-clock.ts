import { TZDate } from '@date-fns/tz'

/** A day's work, in minutes after midnight by the clock on the wall: 0 to 1440, `from` before `to`. */
export type WorkingSpan = { from: number; to: number }

/** When a company works. Promises run in this time only: nights, weekends and holidays do not count. */
export type WorkingHours = {
  timeZone: string
  /** Sunday to Saturday; null: nobody works. At least one day has a span. */
  week: readonly (WorkingSpan | null)[]
  /** Days on which nobody works: "2026-12-25". */
  holidays: readonly string[]
}

/** No company is closed for so many days on end; a search that gets there has wrong hours before it. */
const longestClosure = 3660
const minuteMs = 60_000

const dayMs = 86_400_000

/** A day of the calendar: when it begins, and the span of work in it, null on a day off. */
type Day = { begins: number; work: { from: Date; to: Date } | null }

/** The days of these hours that were asked for before, by number: a page counts over the same ones for each of its rows. */
const knownDays = new WeakMap<WorkingHours, Map<number, Day>>()

/** The number of a moment's day in the zone's calendar, counted from 1970. */
function dayNumber(at: Date, timeZone: string): number {
  const local = new TZDate(at.getTime(), timeZone)
  return Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / dayMs
}

function dayOf(number: number, hours: WorkingHours): Day {
  const days = knownDays.get(hours) ?? new Map<number, Day>()
  knownDays.set(hours, days)
  const day = days.get(number) ?? readDay(number, hours)
  days.set(number, day)
  return day
}

function readDay(number: number, { timeZone, week, holidays }: WorkingHours): Day {
  const date = new Date(number * dayMs)
  const instant = (minutes: number) =>
    new Date(new TZDate(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 0, minutes, timeZone).getTime())
  const span = week[date.getUTCDay()]
  const isWorked = span && !holidays.includes(date.toISOString().slice(0, 10))
  return { begins: instant(0).getTime(), work: isWorked ? { from: instant(span.from), to: instant(span.to) } : null }
}

/** The span of work on the day of `at`; null: a day off. */
const workOn = (at: Date, hours: WorkingHours) => dayOf(dayNumber(at, hours.timeZone), hours).work

/** Whether people are at work. */
export function isWorkingTime(at: Date, hours: WorkingHours): boolean {
  const work = workOn(at, hours)
  return work !== null && at >= work.from && at < work.to
}

/** Whether anybody works on the day of `at`. */
export const isWorkingDay = (at: Date, hours: WorkingHours): boolean => workOn(at, hours) !== null

/** When the clock on the wall shows so many minutes after midnight, 0 to 1439, on the day of `at`. */
export function momentOfDay(at: Date, minutes: number, timeZone: string): Date {
  const local = new TZDate(at.getTime(), timeZone)
  const [year, month, date] = [local.getFullYear(), local.getMonth(), local.getDate()]
  return new Date(new TZDate(year, month, date, 0, minutes, timeZone).getTime())
}

/** The first moment from `at` on at which people are at work. Throws RangeError when they never are. */
export function nextWorkingTime(at: Date, hours: WorkingHours): Date {
  const first = dayNumber(at, hours.timeZone)
  for (let number = first; number < first + longestClosure; number++) {
    const { work } = dayOf(number, hours)
    if (work && at < work.to && work.from < work.to) return at > work.from ? at : work.from
  }
  throw new RangeError('these working hours have no working day')
}

/**
 * The moment until which `minutes` (0 or more) of working time have passed since `at`. Time that ends with the working
 * day is due at its close, not at the next opening. Throws RangeError when nobody ever works.
 */
export function dueAfter(at: Date, minutes: number, hours: WorkingHours): Date {
  let left = minutes * minuteMs
  for (let number = dayNumber(at, hours.timeZone), daysOff = 0; daysOff < longestClosure; number++) {
    const { work } = dayOf(number, hours)
    const from = work && at > work.from ? at : work?.from
    const available = work && from ? work.to.getTime() - from.getTime() : 0
    if (from && available > 0 && left <= available) return new Date(from.getTime() + left)
    left -= Math.max(0, available)
    daysOff = available > 0 ? 0 : daysOff + 1
  }
  throw new RangeError('these working hours have no working day')
}

/** The working time from one moment to another, in milliseconds; negative when `to` comes first. */
export function workingTime(from: Date, to: Date, hours: WorkingHours): number {
  if (to < from) return -workingTime(to, from, hours)
  let sum = 0
  for (let number = dayNumber(from, hours.timeZone); ; number++) {
    const { work } = dayOf(number, hours)
    if (work)
      sum += Math.max(0, Math.min(work.to.getTime(), to.getTime()) - Math.max(work.from.getTime(), from.getTime()))
    if (dayOf(number + 1, hours).begins >= to.getTime()) return sum
  }
}

/** The midnight that begins the day of `at` in the zone, or the one `ahead` days after it. */
export function startOfDay(at: Date, timeZone: string, ahead = 0): Date {
  const local = new TZDate(at.getTime(), timeZone)
  return new Date(new TZDate(local.getFullYear(), local.getMonth(), local.getDate() + ahead, timeZone).getTime())
}
