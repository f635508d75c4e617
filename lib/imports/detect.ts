import { CsvProblem, csvReader } from '@/lib/imports/csv-reader'

/** How a file can be written; names as TextDecoder knows them. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof encodings)[number]

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** What files begin with that people take for CSV. */
const signatures: { bytes: number[]; what: string; instead?: string }[] = [
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    what: 'an old Excel workbook, or one with a password,',
    instead: 'Save it as .xlsx without a password, or as CSV',
  },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a picture,' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a picture,' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'a picture,' },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF,' },
  { bytes: [0x1f, 0x8b], what: 'a zip archive,' },
]

/** How a zip archive begins, which a workbook (.xlsx) is. */
export const isZip = (head: Uint8Array) =>
  startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])

const startsWith = (bytes: Uint8Array, start: number[]) => start.every((byte, n) => bytes[n] === byte)

/**
 * How the file is written, from its first bytes and from whether all of it is valid UTF-8.
 *
 * Throws CsvProblem for what is no text.
 */
export function detectEncoding(head: Uint8Array, isUtf8: boolean): Encoding {
  const known = signatures.find(({ bytes }) => startsWith(head, bytes))
  if (known)
    throw new CsvProblem(
      `This is ${known.what} not a CSV file. ${known.instead ?? 'Save your table as CSV or .xlsx'}, then choose that file.`,
    )
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be'
  const zeros = [0, 0]
  let controls = 0
  head.forEach((byte, n) => {
    if (byte === 0) zeros[n % 2] = (zeros[n % 2] ?? 0) + 1
    else if (byte < 32 && ![9, 10, 13, 26].includes(byte)) controls++
  })
  const [even = 0, odd = 0] = zeros
  const half = head.length / 2
  if (half >= 2 && odd > half * 0.4 && even < half * 0.1) return 'utf-16le'
  if (half >= 2 && even > half * 0.4 && odd < half * 0.1) return 'utf-16be'
  if (even + odd > 8 + head.length * 0.1 || controls > 8 + head.length * 0.02)
    throw new CsvProblem('This is not a CSV file: it is no text. Save your table as CSV, then choose that file.')
  return isUtf8 ? 'utf-8' : 'windows-1252'
}

const looksAt = 50

/**
 * What stands between the cells: the delimiter by which most of the first rows have the same number of cells, and many.
 * A comma where there is only one column.
 */
export function detectDelimiter(head: string): Delimiter {
  const scored = delimiters.map((delimiter) => ({ delimiter, score: scoreOf(head, delimiter) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score > 0 ? best.delimiter : ','
}

function scoreOf(head: string, delimiter: Delimiter): number {
  const rows = firstRows(head, delimiter).filter(({ cells }) => cells.length > 1 || cells[0]?.trim() !== '')
  const widths = new Map<number, number>()
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  const [columns, same] = [...widths].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0])
  if (columns === 1) return 0
  return (same / rows.length) * 1000 + Math.min(columns, 500)
}

function firstRows(head: string, delimiter: Delimiter) {
  const reader = csvReader(delimiter)
  const rows = reader.push(head)
  if (rows.length > 1) return rows.slice(0, looksAt)
  try {
    return [...rows, ...reader.end()]
  } catch {
    return rows
  }
}
