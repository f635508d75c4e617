import { isWorkingTime, nextWorkingTime, startOfDay, type WorkingHours } from '@/lib/handoffs/business-clock'

/** How leads that wait for their offer go to Sales. */
export type Pace = {
  perDay: number
  /** How many go today, and later. */
  today: number
  later: number
  /** When the next and the last of the later ones go; null where there are none, the last also where it is years away. */
  nextAt: Date | null
  lastAt: Date | null
}

/** So many working days ahead a date is told. */
const foreseen = 1000

/** How long it takes to offer `waiting` leads, `perDay` (1 or more) a working day, when so many of today's are gone already. */
export function paceOf(
  waiting: number,
  { perDay, goneToday, now, hours }: { perDay: number; goneToday: number; now: Date; hours: WorkingHours },
): Pace {
  const isAtWork = isWorkingTime(now, hours)
  const today = isAtWork ? Math.max(0, Math.min(waiting, perDay - goneToday)) : 0
  const later = waiting - today
  if (later === 0) return { perDay, today, later, nextAt: null, lastAt: null }
  const dayAfter = (at: Date) => nextWorkingTime(startOfDay(at, hours.timeZone, 1), hours)
  const nextAt = isAtWork ? dayAfter(now) : nextWorkingTime(now, hours)
  const days = Math.ceil(later / perDay) - 1
  let lastAt: Date | null = days > foreseen ? null : nextAt
  for (let n = 0; n < days && lastAt; n++) lastAt = dayAfter(lastAt)
  return { perDay, today, later, nextAt, lastAt }
}
