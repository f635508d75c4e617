/** Days of the calendar as addresses write them, "2026-11-23": without a time, so that no zone can move them. */

const read = (day: string) => new Date(`${day}T00:00:00Z`)
const written = (date: Date) => date.toISOString().slice(0, 10)
const dayMs = 24 * 3_600_000

/** Today in the company's zone. */
export const todayIn = (timeZone: string, now: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now)

/** A day so many days later. */
export const addDays = (day: string, days: number): string => written(new Date(read(day).getTime() + days * dayMs))

/** How many days `to` is after `from`; negative when it is before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((read(to).getTime() - read(from).getTime()) / dayMs)

/** The same day so many months later; the last of the month where it has none such. */
export function addMonths(day: string, months: number): string {
  const date = read(day)
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return written(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date.getUTCDate(), last))))
}

/** The Monday of the day's week. */
export const mondayOf = (day: string): string => addDays(day, -((read(day).getUTCDay() + 6) % 7))

/** The Mondays from one to another, both included; none where the first is the later one. */
export const mondaysFrom = (first: string, last: string): string[] =>
  Array.from({ length: Math.max(0, daysBetween(first, last) / 7 + 1) }, (_, nth) => addDays(first, nth * 7))
