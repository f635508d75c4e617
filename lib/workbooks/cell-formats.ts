/** What a cell's number means by its format: a day, a day with a time, a time of day, or just a number. */
export type CellFormat = 'day' | 'moment' | 'time' | 'number'

/** The formats that every workbook knows by number (ECMA-376, 18.8.30; those of East Asia included). */
const builtIn: [from: number, to: number, format: CellFormat][] = [
  [14, 17, 'day'],
  [18, 21, 'time'],
  [22, 22, 'moment'],
  [27, 31, 'day'],
  [32, 35, 'time'],
  [36, 36, 'day'],
  [45, 47, 'time'],
  [50, 54, 'day'],
  [55, 56, 'time'],
  [57, 58, 'day'],
]

export const builtInFormat = (id: number): CellFormat =>
  builtIn.find(([from, to]) => id >= from && id <= to)?.[2] ?? 'number'

/** What a format's code means: "dd/mm/yyyy hh:mm" is a moment. Words in quotes and colours in brackets say nothing. */
export function formatOfCode(code: string): CellFormat {
  const letters = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';', 1)[0]
  if (!letters || /general/i.test(letters)) return 'number'
  const hasDay = /[yd]/i.test(letters) || /(^|[^hs:\]])m{3,5}/i.test(letters)
  const hasTime = /[hs]/i.test(letters)
  if (hasDay) return hasTime ? 'moment' : 'day'
  return hasTime ? 'time' : 'number'
}

const dayMs = 24 * 3_600_000
/** Serial numbers count days; the years they count from, and Excel's 29 February 1900 that never was. */
const epochs = { from1900: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) }
const firstOfMarch1900 = 60
const beyondYear9999 = 2_958_466

/**
 * A serial number as text: 2026-03-01, 2026-03-01 14:05:00, 14:05:00. A moment at midnight is its day. Numbers that are
 * no date of Excel's stay numbers.
 */
export function serialInWords(serial: number, format: CellFormat, isFrom1904 = false): string {
  if (format === 'number' || serial < 0 || serial >= beyondYear9999) return String(serial)
  const shift = !isFrom1904 && serial < firstOfMarch1900 ? 1 : 0
  const seconds = Math.round((serial + shift) * 86_400)
  const at = new Date((isFrom1904 ? epochs.from1904 : epochs.from1900) + seconds * 1000)
  const [day = '', time = ''] = at
    .toISOString()
    .replace(/\.000Z$/, '')
    .split('T')
  if (format === 'time' && serial < 1) return time
  return at.getTime() % dayMs === 0 ? day : `${day} ${time}`
}

/** A plain number as people write it: without an exponent, and without the last digits that binary fractions leave. */
export function plainNumber(text: string): string {
  if (/^-?\d{1,30}$/.test(text)) return text
  const number = Number(Number(text).toPrecision(15))
  if (!Number.isFinite(number)) return text
  const said = String(number)
  return said.includes('e') ? number.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 }) : said
}
