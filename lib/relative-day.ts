import { addDays, addMonths, mondayOf } from '@/lib/calendar-day'

/**
 * Days that go along with the calendar, so that a saved view is right tomorrow too: `today`, `today-7d` (d, w, m or y: at
 * most twenty years), and the first day of this `week` (from Monday), `month`, `quarter` or `year`, or of the one before:
 * `last-month`.
 */
const pattern = /^(?:today(?:-(\d{1,4})([dwmy]))?|(last-)?(week|month|quarter|year))$/i

const units = {
  d: { most: 7300, name: 'day' },
  w: { most: 1040, name: 'week' },
  m: { most: 240, name: 'month' },
  y: { most: 20, name: 'year' },
}

type Unit = keyof typeof units
type Span = 'week' | 'month' | 'quarter' | 'year'
type RelativeDay = { back: number; unit: Unit } | { firstOf: Span; isLast: boolean }

function read(word: string): RelativeDay | null {
  const found = pattern.exec(word.toLowerCase())
  if (!found) return null
  const [, count = '0', letter = 'd', last, span] = found
  if (span) return { firstOf: span as Span, isLast: last !== undefined }
  const day = { back: Number(count), unit: letter as Unit }
  return day.back <= units[day.unit].most ? day : null
}

/** The day ("2026-11-16") that a relative one means on the day `today`; null where the word is no relative day. */
export function dayOfWord(word: string, today: string): string | null {
  const day = read(word)
  if (!day) return null
  if ('firstOf' in day) return firstDay(day.firstOf, day.isLast ? 1 : 0, today)
  const { back, unit } = day
  if (unit === 'd' || unit === 'w') return addDays(today, -back * (unit === 'w' ? 7 : 1))
  return addMonths(today, -back * (unit === 'y' ? 12 : 1))
}

const months = { month: 1, quarter: 3, year: 12 }

function firstDay(span: Span, before: number, today: string): string {
  if (span === 'week') return addDays(mondayOf(today), -7 * before)
  const into = (Number(today.slice(5, 7)) - 1) % months[span]
  return addMonths(`${today.slice(0, 7)}-01`, -into - months[span] * before)
}

/** A relative day in words, alone and as the edges of a half-open period: "7 days ago", "in the last 7 days", "more than 7 days ago". */
type RelativeDayInWords = { alone: string; from: string; to: string }

/** Null where the word is no relative day. */
export function relativeDayInWords(word: string): RelativeDayInWords | null {
  const day = read(word)
  if (!day) return null
  if ('firstOf' in day || day.back === 0) {
    const alone = 'firstOf' in day ? `${day.isLast ? 'last' : 'this'} ${day.firstOf}` : 'today'
    return { alone, from: 'firstOf' in day && day.isLast ? `since ${alone}` : alone, to: `before ${alone}` }
  }
  const span = `${day.back} ${units[day.unit].name}${day.back === 1 ? '' : 's'}`
  return { alone: `${span} ago`, from: `in the last ${span}`, to: `more than ${span} ago` }
}

/** Which of the relative days are offered for choice. */
export const offeredDays = [
  ...(['today', 'today-7d', 'today-30d', 'today-90d'] as const),
  ...(['week', 'month', 'last-month', 'quarter', 'year'] as const),
]
