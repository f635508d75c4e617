import { formatDay, formatSince } from '@/lib/format/format-time'
import { nextWorkingTime, startOfDay, type WorkingHours } from '@/lib/handoffs/business-clock'

/** The times that are offered for a next step and for putting one off. */
export const quickTimes = ['hours', 'tomorrow', 'days', 'week'] as const
export type QuickTime = (typeof quickTimes)[number]

export const isQuickTime = (word: string): word is QuickTime => quickTimes.some((time) => time === word)

const hourMs = 3_600_000

/** The days until the next Monday, 1 to 7. */
function daysToMonday(now: Date, timeZone: string): number {
  const weekday = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short' }).format(now)
  return 7 - ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(weekday)
}

const named: Record<QuickTime, (now: Date, timeZone: string) => Date> = {
  hours: (now) => new Date(now.getTime() + 2 * hourMs),
  tomorrow: (now, timeZone) => startOfDay(now, timeZone, 1),
  days: (now, timeZone) => startOfDay(now, timeZone, 3),
  week: (now, timeZone) => startOfDay(now, timeZone, daysToMonday(now, timeZone)),
}

/**
 * The moment that an offered time means: in two hours, or when work begins on the day that it names. Where nobody works
 * then, the next time at which somebody does.
 */
export const momentOfQuickTime = (time: QuickTime, now: Date, hours: WorkingHours): Date =>
  nextWorkingTime(named[time](now, hours.timeZone), hours)

type OfferedTime = { time: QuickTime; words: string; at: Date }

/**
 * The times that make sense now, each once: "In 2 hours" is left out when work ends before, "In 3 days" when that is a
 * day off, and on a Friday tomorrow is the next working day.
 */
export function offeredTimes(now: Date, hours: WorkingHours): OfferedTime[] {
  const { timeZone } = hours
  const words = { hours: 'In 2 hours', tomorrow: 'Tomorrow', days: 'In 3 days', week: 'Next week' }
  const offered: OfferedTime[] = []
  for (const time of quickTimes) {
    const at = momentOfQuickTime(time, now, hours)
    const meant = named[time](now, timeZone)
    const isMeant = time === 'hours' ? at.getTime() === meant.getTime() : sameDay(at, meant, timeZone)
    if (!isMeant && (time === 'hours' || time === 'days')) continue
    if (offered.some((other) => other.at.getTime() === at.getTime())) continue
    offered.push({ time, words: time === 'tomorrow' && !isMeant ? 'Next working day' : words[time], at })
  }
  return offered
}

const sameDay = (one: Date, other: Date, timeZone: string) => formatDay(one, timeZone) === formatDay(other, timeZone)

/** The offered times as choices: "Tomorrow · 24 Nov, 09:00". */
export const timeOptions = (now: Date, hours: WorkingHours): { value: QuickTime; label: string }[] =>
  offeredTimes(now, hours).map(({ time, words, at }) => ({
    value: time,
    label: `${words} · ${formatSince(at, hours.timeZone, now)}`,
  }))
