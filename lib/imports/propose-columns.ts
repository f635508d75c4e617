import type { ImportField } from '@/lib/imports/fields'
import type { FileShape } from '@/lib/imports/file-shape'
import type { Mapping } from '@/lib/imports/mapping'
import { suggestDefaults, suggestMapping } from '@/lib/imports/suggest-mapping'
import { suggestWords } from '@/lib/imports/suggest-words'
import type { ImportKind } from '@/prisma/generated/enums'

type Columns = Mapping['columns']

/**
 * The columns that the page proposes for a file nobody has confirmed one like, by their names and by what stands in
 * them, and what empty cells mean. `people` are the addresses of all people of Baton, in lower case.
 */
export function proposeColumns(shape: FileShape, kind: ImportKind, people: Set<string>) {
  const named = withoutStrangers(suggestMapping(shape.headers, shape.samples, kind), shape, people)
  const columns = kind === 'outcomes' ? withTextsAsNotes(named, shape) : named
  const defaults = suggestDefaults(named)
  const isOfWins = defaults.outcome === 'won'
  // A loss has a reason, and many systems do not ask for one: what says nothing is none of the others.
  return { columns, defaults: kind === 'outcomes' && !isOfWins ? { ...defaults, reason: 'other' } : defaults }
}

/** The values of a column that are known, where there are many those of the first rows. */
const cellsOf = ({ headers, samples, values }: FileShape, header: string) => {
  const at = headers.indexOf(header)
  const cells = values[at]?.map(([value]) => value) ?? samples.map((row) => row[at] ?? '')
  return cells.map((cell) => cell.trim().toLowerCase()).filter(Boolean)
}

/** Owners and reps none of whom works here would fail every row: their column is kept in the details. */
const withoutStrangers = (columns: Columns, shape: FileShape, people: Set<string>): Columns =>
  replaced(columns, ['owner', 'rep'], (header) => {
    const emails = cellsOf(shape, header)
    return emails.length > 0 && !emails.some((email) => people.has(email))
  })

/** More different reasons than anybody chooses words for. */
const manyReasons = 12

/** Whether reasons were written and not chosen: too many to be counted, or many of which few mean one of ours. */
const areTexts = (reasons: string[] | undefined) =>
  reasons === undefined ||
  (reasons.length > manyReasons && Object.keys(suggestWords('reason', reasons)).length < reasons.length / 2)

/** Reasons that reps write at length are too many to choose ours for each: such a loss has another reason, and the text as its note. */
const withTextsAsNotes = (columns: Columns, { headers, values }: FileShape): Columns =>
  replaced(
    columns,
    ['reason'],
    (header) => areTexts(values[headers.indexOf(header)]?.map(([value]) => value)),
    Object.values(columns).includes('note') ? null : 'note',
  )

const replaced = (
  columns: Columns,
  fields: ImportField[],
  isToBe: (header: string) => boolean,
  by: ImportField | null = null,
): Columns =>
  Object.fromEntries(
    Object.entries(columns).map(([header, field]) => [
      header,
      fields.includes(field as ImportField) && isToBe(header) ? by : field,
    ]),
  )
