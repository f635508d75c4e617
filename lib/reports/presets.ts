import { addDays, addMonths, daysBetween, mondayOf } from '@/lib/calendar-day'
import { formatDay } from '@/lib/format/format-time'
import { periodEdge } from '@/lib/period'

/** The periods that the dashboard offers by name; others are given by their days. */
export const presets = [
  { name: 'week', label: 'This week' },
  { name: 'month', label: 'This month' },
  { name: 'quarter', label: 'This quarter' },
  { name: 'last-quarter', label: 'Last quarter' },
  { name: '30d', label: '30 days' },
  { name: '90d', label: '90 days' },
  { name: '12m', label: '12 months' },
  { name: 'all', label: 'All time' },
] as const

export type PresetName = (typeof presets)[number]['name']

/** Days of a period; `to` is the first day after it. Absent is an open end. */
export type Days = { from?: string; to?: string }

export type ChosenPeriod = Days & {
  /** Null: given by its days. */
  preset: PresetName | null
  /** The last day that belongs to it. */
  through?: string
  /** What it is compared with, and that in words; null without. */
  before: (Days & { words: string }) | null
}

/** Whether this is a day as addresses write it: 2026-11-23. */
export const isDay = (value: string | undefined): value is string =>
  value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value) && periodEdge(value, 'UTC') !== null

/**
 * The period that an address asks for: its days when it gives any, else the named one, `first` (the last 12 months)
 * when it names none that we know. Each is compared with what came before: a year with the year before, a quarter with the
 * quarter before, others with as many days before.
 */
export function choosePeriod(
  asked: { period?: string | undefined; from?: string | undefined; through?: string | undefined },
  today: string,
  first: PresetName = '12m',
): ChosenPeriod {
  const from = isDay(asked.from) ? asked.from : undefined
  const through = isDay(asked.through) ? asked.through : undefined
  if (from !== undefined || through !== undefined) return byDays(from, through)
  const preset = presets.find(({ name }) => name === asked.period)?.name ?? first
  return { preset, ...named(preset, today) }
}

function byDays(from?: string, through?: string): ChosenPeriod {
  const to = through === undefined ? {} : { to: addDays(through, 1), through }
  if (from === undefined || to.to === undefined)
    return { preset: null, ...(from === undefined ? {} : { from }), ...to, before: null }
  const days = Math.max(0, daysBetween(from, to.to))
  const before = { from: addDays(from, -days), to: from, words: `the ${days} days before` }
  return { preset: null, from, ...to, before: days > 0 ? before : null }
}

function named(preset: PresetName, today: string): Omit<ChosenPeriod, 'preset'> {
  const tomorrow = addDays(today, 1)
  const firstOfMonth = `${today.slice(0, 7)}-01`
  if (preset === 'all') return { through: today, before: null }
  if (preset === 'week') {
    const from = mondayOf(today)
    const before = { from: addDays(from, -7), to: addDays(tomorrow, -7), words: 'the week before' }
    return { from, through: today, before }
  }
  if (preset === 'month') {
    const before = {
      from: addMonths(firstOfMonth, -1),
      to: addDays(addMonths(today, -1), 1),
      words: 'the month before',
    }
    return { from: firstOfMonth, through: today, before }
  }
  if (preset === 'quarter' || preset === 'last-quarter') return quarter(preset, today)
  if (preset === '12m') {
    const from = addMonths(firstOfMonth, -11)
    return {
      from,
      through: today,
      before: { from: addMonths(from, -12), to: addMonths(tomorrow, -12), words: 'the year before' },
    }
  }
  const days = preset === '30d' ? 30 : 90
  const from = addDays(today, 1 - days)
  return { from, through: today, before: { from: addDays(from, -days), to: from, words: `the ${days} days before` } }
}

/** As much of this quarter as has been, against as much of the one before; or the last whole one, against that before it. */
function quarter(preset: 'quarter' | 'last-quarter', today: string): Omit<ChosenPeriod, 'preset'> {
  const month = Number(today.slice(5, 7))
  const first = addMonths(`${today.slice(0, 7)}-01`, -((month - 1) % 3))
  const last = addMonths(first, -3)
  if (preset === 'quarter') {
    const to = addDays(addMonths(today, -3), 1)
    return { from: first, through: today, before: { from: last, to, words: 'as much of the quarter before' } }
  }
  const before = { from: addMonths(first, -6), to: last, words: 'the quarter before' }
  return { from: last, to: first, through: addDays(first, -1), before }
}

/** A day in words: "23 Nov 2026". */
export const dayWords = (day: string): string => formatDay(new Date(day), 'UTC')

/** A period in words: "1 Dec 2025 to 23 Nov 2026, compared with the year before". */
export const periodWords = (chosen: ChosenPeriod): string =>
  daysInWords(chosen) + (chosen.before && chosen.from && chosen.through ? `, compared with ${chosen.before.words}` : '')

/** The days of a period in words: "1 Dec 2025 to 23 Nov 2026". */
export function daysInWords({ preset, from, through }: ChosenPeriod): string {
  if (preset === 'all') return 'All time'
  if (from && through) return `${dayWords(from)} to ${dayWords(through)}`
  if (from) return `Since ${dayWords(from)}`
  return through ? `Up to ${dayWords(through)}` : 'All time'
}
