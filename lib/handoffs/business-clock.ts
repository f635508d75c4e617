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

const two = (part: number) => String(part).padStart(2, '0')

/** The span of work on the day that is `ahead` days after the one of `at`, as instants; null: a day off. */
function workOn(at: Date, ahead: number, { timeZone, week, holidays }: WorkingHours): { from: Date; to: Date } | null {
  const local = new TZDate(at.getTime(), timeZone)
  const [year, month, date] = [local.getFullYear(), local.getMonth(), local.getDate() + ahead]
  const day = new TZDate(year, month, date, timeZone)
  const span = week[day.getDay()]
  if (!span || holidays.includes(`${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`)) return null
  const instant = (minutes: number) => new Date(new TZDate(year, month, date, 0, minutes, timeZone).getTime())
  return { from: instant(span.from), to: instant(span.to) }
}

/** Whether people are at work. */
export function isWorkingTime(at: Date, hours: WorkingHours): boolean {
  const work = workOn(at, 0, hours)
  return work !== null && at >= work.from && at < work.to
}

/** Whether anybody works on the day of `at`. */
export const isWorkingDay = (at: Date, hours: WorkingHours): boolean => workOn(at, 0, hours) !== null

/** When the clock on the wall shows so many minutes after midnight, 0 to 1439, on the day of `at`. */
export function momentOfDay(at: Date, minutes: number, timeZone: string): Date {
  const local = new TZDate(at.getTime(), timeZone)
  const [year, month, date] = [local.getFullYear(), local.getMonth(), local.getDate()]
  return new Date(new TZDate(year, month, date, 0, minutes, timeZone).getTime())
}

/** The first moment from `at` on at which people are at work. Throws RangeError when they never are. */
export function nextWorkingTime(at: Date, hours: WorkingHours): Date {
  for (let ahead = 0; ahead < longestClosure; ahead++) {
    const work = workOn(at, ahead, hours)
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
  for (let ahead = 0, daysOff = 0; daysOff < longestClosure; ahead++) {
    const work = workOn(at, ahead, hours)
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
  for (let ahead = 0; ; ahead++) {
    const work = workOn(from, ahead, hours)
    if (work)
      sum += Math.max(0, Math.min(work.to.getTime(), to.getTime()) - Math.max(work.from.getTime(), from.getTime()))
    if (startOfDay(from, hours.timeZone, ahead + 1) >= to) return sum
  }
}

/** The midnight that begins the day of `at` in the zone, or the one `ahead` days after it. */
export function startOfDay(at: Date, timeZone: string, ahead = 0): Date {
  const local = new TZDate(at.getTime(), timeZone)
  return new Date(new TZDate(local.getFullYear(), local.getMonth(), local.getDate() + ahead, timeZone).getTime())
}
