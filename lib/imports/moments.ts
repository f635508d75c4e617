import { TZDate } from '@date-fns/tz'

/** In which order a column writes days and months where it does not begin with the year. */
export type DateOrder = 'day first' | 'month first'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const time = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?)?`
const zone = String.raw`\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?`
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${time}${zone}$`, 'i')
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${time}${zone}$`, 'i')
const named = new RegExp(
  String.raw`^(?:(\d{1,2})\.?[ -]([a-z]{3,9})\.?|([a-z]{3,9})\.? (\d{1,2})),?[ -](\d{4})${time}${zone}$`,
  'i',
)

/**
 * Which order a date shows by itself: 25/12/2026 has the day first, 12/25/2026 the month. Undefined where it could be
 * either, or has another form.
 */
export function shownOrder(text: string): DateOrder | undefined {
  const [, first, , second] = yearLast.exec(text.trim()) ?? []
  if (Number(first) > 12 && Number(second) <= 12) return 'day first'
  if (Number(second) > 12 && Number(first) <= 12) return 'month first'
  return undefined
}

/** Whether a date can be read in both orders: 03/04/2026. Between points the day is always first. */
export function isEitherOrder(text: string): boolean {
  const [, first, mark, second] = yearLast.exec(text.trim()) ?? []
  return mark !== undefined && mark !== '.' && Number(first) <= 12 && Number(second) <= 12 && first !== second
}

/**
 * The moment that a cell means, or undefined. Known are ISO dates with or without a time, 25/12/2026 and 12/25/2026
 * (what the value itself does not tell is read in `order`), 5 Feb 2026 and Feb 5, 2026. What names no zone is meant in
 * `timeZone`, a day without a time is its midnight.
 */
export function parseMoment(text: string, timeZone: string, order: DateOrder = 'day first'): Date | undefined {
  const value = text.trim()
  const iso = yearFirst.exec(value)
  if (iso) return momentOf([iso[1], iso[3], iso[4]].map(Number), iso.slice(5), timeZone)
  const numeric = yearLast.exec(value)
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[3])]
    const isDayFirst = numeric[2] === '.' || (shownOrder(value) ?? order) === 'day first'
    const [month, day] = isDayFirst ? [second, first] : [first, second]
    return momentOf([Number(numeric[4]), month, day], numeric.slice(5), timeZone)
  }
  const words = named.exec(value)
  if (!words) return undefined
  const month = months.indexOf((words[2] ?? words[3] ?? '').slice(0, 3).toLowerCase()) + 1
  return momentOf([Number(words[5]), month, Number(words[1] ?? words[4])], words.slice(6), timeZone)
}

function momentOf(date: number[], rest: (string | undefined)[], timeZone: string): Date | undefined {
  const [year = 0, month = 0, day = 0] = date
  const [hours, minutes = '0', seconds = '0', fraction = '', half, named] = rest
  const hour = hourOf(Number(hours ?? 0), half)
  const calendar = new Date(Date.UTC(year, month - 1, day))
  const exists = calendar.getUTCMonth() === month - 1 && calendar.getUTCDate() === day
  if (!exists || hour === undefined || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  const parts = [hour, Number(minutes), Number(seconds), Number(fraction.padEnd(3, '0').slice(0, 3))] as const
  if (named) return new Date(Date.UTC(year, month - 1, day, ...parts) - offsetMinutes(named) * 60_000)
  return new Date(new TZDate(year, month - 1, day, ...parts, timeZone).getTime())
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (!half) return hour < 24 ? hour : undefined
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0)
}

function offsetMinutes(zone: string): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes))
}
