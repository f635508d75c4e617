import type { Delimiter, Encoding } from '@/lib/imports/detect'
import type { FileShape } from '@/lib/imports/file-shape'

export const encodingWords: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (big endian)',
  'windows-1252': 'Windows-1252 (Western Europe)',
}

export const delimiterWords: Record<Delimiter, string> = {
  ',': 'Commas',
  ';': 'Semicolons',
  '\t': 'Tabs',
  '|': 'Bars',
}

const decimalWords = { ',': 'a comma', '.': 'a point' }

/** How a file is written, in a line: "UTF-8 with commas" or the sheet of a workbook. */
export const formInWords = ({ encoding, delimiter, sheet }: Pick<FileShape, 'encoding' | 'delimiter' | 'sheet'>) =>
  sheet === undefined
    ? `${encodingWords[encoding]} with ${delimiterWords[delimiter].toLowerCase()}`
    : `sheet "${sheet}"`

/** What was found out about a file, in words. Imports of before this was kept tell less. */
export function shapeFindings(shape: FileShape) {
  const { dateOrders, decimals = [], dateOrder, decimal, top = [], headerAfter = 0, sheet } = shape
  const { date, amount } = openQuestions(shape)
  const orders = [...new Set(dateOrders.filter((order) => order !== null))]
  const points = [...new Set(decimals.filter((point) => point !== null))].map((point) => decimalWords[point])
  return [
    { label: 'Written as', value: formInWords(shape) },
    { label: 'Header', value: `${sheet === undefined ? 'Line' : 'Row'} ${top[headerAfter]?.line ?? 1}` },
    {
      label: 'Dates',
      value: [...orders, ...(date ? [dateOrder ? `${dateOrder}, as you said` : 'day or month first'] : [])].join('; '),
      none: 'none to be unsure of',
    },
    {
      label: 'Before cents',
      value: [
        ...points,
        ...(amount ? [decimal ? `${decimalWords[decimal]}, as you said` : 'a point or a comma'] : []),
      ].join('; '),
      none: 'nothing seen',
    },
  ].map(({ label, value, none = '' }) => ({ label, value: value || none }))
}

/** Dates and amounts that can be read in two ways, with one of them: what a person should settle. */
export function openQuestions({ headers, openDates = [], openAmounts = [], dateOrder, decimal }: FileShape) {
  const first = (values: (string | null)[]) => {
    const at = values.findIndex((value) => value !== null)
    return at === -1 ? null : { header: headers[at] ?? '', value: values[at] ?? '' }
  }
  return {
    date: first(openDates),
    amount: first(openAmounts),
    isDateSettled: dateOrder !== undefined,
    isAmountSettled: decimal !== undefined,
  }
}
