import { TZDate } from '@date-fns/tz'

/** When offers that were held back are let go: from Monday to Friday, between these hours of the company's clock. */
const opensAt = 8
const closesAt = 18

const isWorkday = (day: TZDate) => day.getDay() >= 1 && day.getDay() <= 5

/** The opening of the day that is `days` after the one of `at`. */
function opening(at: Date, days: number, timeZone: string): TZDate {
  const day = new TZDate(at.getTime(), timeZone)
  return new TZDate(day.getFullYear(), day.getMonth(), day.getDate() + days, opensAt, timeZone)
}

/** Whether people are at work in the company's zone. */
export function isWorkingTime(at: Date, timeZone: string): boolean {
  const local = new TZDate(at.getTime(), timeZone)
  return isWorkday(local) && local.getHours() >= opensAt && local.getHours() < closesAt
}

/** The midnight that began the day of `at` in the zone. */
export function startOfDay(at: Date, timeZone: string): Date {
  const local = new TZDate(at.getTime(), timeZone)
  return new Date(new TZDate(local.getFullYear(), local.getMonth(), local.getDate(), timeZone).getTime())
}

/** The first opening of a working day from `at` on; with `days`, of that many working days after it. */
export function workingDayFrom(at: Date, timeZone: string, days = 0): Date {
  let ahead = opening(at, 0, timeZone) >= at ? 0 : 1
  const step = () => {
    while (!isWorkday(opening(at, ahead, timeZone))) ahead++
  }
  step()
  ahead += Math.floor(days / 5) * 7
  for (let rest = days % 5; rest > 0; rest--) {
    ahead++
    step()
  }
  return new Date(opening(at, ahead, timeZone).getTime())
}

/** How many of the leads that wait are offered today and later, and when the next and the last of those are; null: there are none. */
export type Pace = { perDay: number; today: number; later: number; nextAt: Date | null; lastAt: Date | null }

/** How long it takes to offer `waiting` leads, `perDay` (1 or more) a working day, when so many of today's are gone already. */
export function paceOf(
  waiting: number,
  { perDay, goneToday, now, timeZone }: { perDay: number; goneToday: number; now: Date; timeZone: string },
): Pace {
  const today = isWorkingTime(now, timeZone) ? Math.max(0, Math.min(waiting, perDay - goneToday)) : 0
  const later = waiting - today
  if (later === 0) return { perDay, today, later, nextAt: null, lastAt: null }
  const days = Math.ceil(later / perDay) - 1
  return {
    perDay,
    today,
    later,
    nextAt: workingDayFrom(now, timeZone),
    lastAt: workingDayFrom(now, timeZone, days),
  }
}
