import type { FormFields } from '@/lib/forms/form-fields'
import type { PromiseSettings } from '@/lib/settings/promise-settings'

/** The promises by the names of their fields. */
export const promiseNames = [
  'acceptWithinMinutes',
  'acceptHotWithinMinutes',
  'touchWithinMinutes',
  'answerWithinMinutes',
] as const

/** The limits of a rep by the names of their fields. */
export const limitNames = ['maxHeldLeads', 'maxTakenPerDay', 'coolDownDays'] as const

/** The targets in percent by the names of their fields. */
export const targetNames = ['salesTarget', 'marketingTarget'] as const

const span = /^(?:(\d{1,4})\s*h(?:ours?)?)?\s*(?:(\d{1,6})\s*(?:m|min|minutes?)?)?$/i

/** The minutes of a span as people write it: "15 min", "4h", "1h 30m", "90". NaN for what is none. */
export function minutesOf(written: string): number {
  const found = span.exec(written.trim())
  const [, hours, minutes] = found ?? []
  return hours === undefined && minutes === undefined ? NaN : Number(hours ?? 0) * 60 + Number(minutes ?? 0)
}

/** The same written: "15 min", "4h", "1h 30m". */
export function minutesWritten(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours}h` : `${hours}h ${rest}m`
}

/** Minutes after midnight of "09:30"; what ends a day is written 00:00 too. NaN for what is none. */
export function minuteOfClock(clock: string | undefined, isEnd = false): number {
  const [, hour, minute] = /^(\d{2}):(\d{2})/.exec(clock ?? '') ?? []
  const minutes = hour === undefined ? NaN : Number(hour) * 60 + Number(minute)
  return isEnd && minutes === 0 ? 1440 : minutes
}

/** "09:30" for the minutes after midnight. */
export const clockOf = (minutes: number): string =>
  [Math.floor(minutes / 60) % 24, minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')

/** A holiday a line: "2026-12-25 Christmas Day". */
function holidaysOf(written: string | undefined) {
  const lines = (written ?? '').split('\n').map((line) => line.trim())
  return lines.filter(Boolean).map((line) => {
    const [day, ...name] = line.split(/\s+/)
    return { day, name: name.join(' ') || 'Holiday' }
  })
}

export const holidaysWritten = (holidays: PromiseSettings['holidays']): string =>
  holidays.map(({ day, name }) => `${day} ${name}`).join('\n')

/** The settings that a form holds, as input. */
export function promiseFields({ text, typed, number, numberOrNull, isTicked }: FormFields) {
  return {
    ...Object.fromEntries(promiseNames.map((name) => [name, minutesOf(typed(name))])),
    giveOut: text('giveOut'),
    ...Object.fromEntries(limitNames.map((name) => [name, numberOrNull(name)])),
    ...Object.fromEntries(targetNames.map((name) => [name, number(name)])),
    week: Array.from({ length: 7 }, (_, day) =>
      isTicked(`works.${day}`)
        ? { from: minuteOfClock(text(`from.${day}`)), to: minuteOfClock(text(`to.${day}`), true) }
        : null,
    ),
    holidays: holidaysOf(text('holidays')),
  }
}

/** In which field of the form a refused part of the input is said. */
export function promiseField(path: string): string {
  const [, day] = /^week\.(\d)/.exec(path) ?? []
  if (day) return path.endsWith('from') ? `from.${day}` : `to.${day}`
  if (path === 'week') return 'works.1'
  return path.startsWith('holidays') ? 'holidays' : path
}
