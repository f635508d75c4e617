import type { ImportField } from '@/lib/imports/fields'
import { fieldNames } from '@/lib/imports/fields'
import { headerKey, headerNames, isIdOfAnother, peopleByName, sizesByRange } from '@/lib/imports/header-names'
import type { Mapping } from '@/lib/imports/mapping'
import type { ImportKind } from '@/prisma/generated/enums'

/** The cells of the first rows, row by row in the order of the headers. */
export type Samples = string[][]

/** The columns of a file by the names of its headers alone: what an import without a mapping goes by. */
export function columnsByName(headers: string[], samples: Samples, kind: ImportKind): Mapping['columns'] {
  const keys = headers.map(headerKey)
  const taken = new Map<number, ImportField>()
  for (const field of fieldNames(kind)) {
    const at = (headerNames[kind][field] ?? [])
      .map((name) => keys.findIndex((key, column) => key === name && !taken.has(column) && !isIdOfAnother(key, keys)))
      .find((column) => column !== -1 && !isOfAnotherKind(keys[column] ?? '', column, samples))
    if (at !== undefined) taken.set(at, field)
  }
  return Object.fromEntries(headers.map((header, column) => [header, taken.get(column) ?? null]))
}

/** Whether a column holds what our field does not, by the name that elsewhere is also given to it. */
function isOfAnotherKind(key: string, column: number, samples: Samples): boolean {
  const isSomewhere = (kind: RegExp) => samples.some((row) => kind.test(row[column] ?? ''))
  if (peopleByName.has(key)) return !isSomewhere(/@/)
  return sizesByRange.has(key) && isSomewhere(/\d\s*[-–]\s*\d/)
}

/**
 * What the page proposes: the columns by name, and where those do not say who the leads are, a column of distinct ids.
 * A person confirms it.
 */
export function suggestMapping(headers: string[], samples: Samples, kind: ImportKind): Mapping['columns'] {
  const columns = columnsByName(headers, samples, kind)
  const idField: ImportField = kind === 'leads' ? 'externalId' : 'lead.externalId'
  const emailField: ImportField = kind === 'leads' ? 'email' : 'lead.email'
  const fields = Object.values(columns)
  if (fields.includes(idField) || fields.includes(emailField)) return columns
  const keys = headers.map(headerKey)
  const isFree = (header: string) => !columns[header] && !isIdOfAnother(headerKey(header), keys)
  const id = headers.find((header, column) => isFree(header) && looksLikeIds(header, column, samples))
  return id === undefined ? columns : { ...columns, [id]: idField }
}

/** What the page proposes where a column is lacking: a file whose dates are those of wins has no word that says so. */
export function suggestDefaults(columns: Mapping['columns']): Mapping['defaults'] & object {
  const fields = Object.entries(columns)
  const days = fields
    .filter(([, field]) => field === 'closedAt' || field === 'lostAt')
    .map(([header]) => headerKey(header))
  const said = days.length === 1 ? /^(?:deal)*(won|lost)(?:date|time)$/.exec(days[0] ?? '')?.[1] : undefined
  return said && !fields.some(([, field]) => field === 'outcome') ? { outcome: said } : {}
}

function looksLikeIds(header: string, column: number, samples: Samples): boolean {
  const cells = samples.map((row) => row[column]?.trim() ?? '')
  return headerKey(header).endsWith('id') && cells.every(Boolean) && new Set(cells).size === cells.length
}
