import * as z from 'zod'
import { type FieldMessages, invalid } from '@/lib/errors'
import { fieldLabel, fieldNames, type ImportField, keyFields, type Naming } from '@/lib/imports/fields'
import { wordProblem } from '@/lib/imports/words'
import type { ImportKind } from '@/prisma/generated/enums'

const texts = z.union([z.string(), z.number(), z.boolean()], 'Write text here.').transform(String)

/**
 * What the columns of a file mean: `columns` from header to field (null or '' for none of ours), `values` from their
 * words to ours by field, `defaults` by field for columns that are lacking and cells that are empty. With `orByEmail`
 * a touch or an outcome whose external id no lead has goes by its email: exports of deals carry ids of their own.
 */
export const mappingInput = z.strictObject(
  {
    columns: z.record(
      z.string(),
      z.string('Name a field, or null.').nullable(),
      'Give the columns as { "header": "field" }.',
    ),
    values: z.record(z.string(), z.record(z.string(), texts)).optional(),
    defaults: z.record(z.string(), texts).optional(),
    orByEmail: z.boolean('Say true or false.').optional(),
  },
  'Give the mapping as { "columns": { "header": "field" } }.',
)

export type Mapping = z.output<typeof mappingInput>

/** A mapping that was checked against the headers of its file. */
export type CheckedMapping = {
  /** The field of each column, in the order of the file; null is kept in the lead's details. */
  columns: (ImportField | null)[]
  /** Their words in lower case to ours, by field. */
  values: Map<ImportField, Map<string, string>>
  defaults: Map<ImportField, string>
  orByEmail: boolean
}

/**
 * Checks a mapping against the headers of its file.
 *
 * Throws INVALID, a message a place: unknown fields, headers that are not in the file, two columns for one field,
 * words that are none of ours, no column that says who or what. They call fields by their keys, or as pages do.
 */
export function checkMapping(
  kind: ImportKind,
  headers: string[],
  mapping: Mapping,
  { inLabels = false }: { inLabels?: boolean } = {},
): CheckedMapping {
  const named: Naming = (field) => (inLabels ? `“${fieldLabel(kind, field)}”` : field)
  const refused: FieldMessages = {}
  const known = new Set<string>(fieldNames(kind))
  const isField = (name: string, path: string): name is ImportField => {
    if (!known.has(name))
      refused[path] = `There is no field ${name} of ${kind}. Choose one of ${[...known].join(', ')}.`
    return known.has(name)
  }

  const columns: (ImportField | null)[] = headers.map(() => null)
  for (const [header, field] of Object.entries(mapping.columns)) {
    const path = `mapping.columns.${header}`
    const at = headers.indexOf(header.trim())
    if (at === -1) refused[path] = `The file has no column ${header}.`
    else if (field && isField(field.trim(), path)) {
      if (columns.includes(field.trim() as ImportField))
        refused[path] = `Two columns are mapped to ${named(field.trim() as ImportField)}. Choose one.`
      columns[at] = field.trim() as ImportField
    }
  }

  const values: CheckedMapping['values'] = new Map()
  for (const [field, words] of Object.entries(mapping.values ?? {})) {
    if (!isField(field, `mapping.values.${field}`)) continue
    for (const [theirs, ours] of Object.entries(words)) {
      const problem = ours.trim() === '' ? undefined : wordProblem(field, ours)
      if (problem) refused[`mapping.values.${field}.${theirs}`] = problem
    }
    values.set(
      field,
      new Map(Object.entries(words).map(([theirs, ours]) => [theirs.trim().toLowerCase(), ours.trim()])),
    )
  }

  const defaults: CheckedMapping['defaults'] = new Map()
  for (const [field, value] of Object.entries(mapping.defaults ?? {})) {
    if (!isField(field, `mapping.defaults.${field}`) || value.trim() === '') continue
    const problem = wordProblem(field, value)
    if (problem) refused[`mapping.defaults.${field}`] = problem
    defaults.set(field, value.trim())
  }

  const { orByEmail = false } = mapping
  if (orByEmail && kind === 'leads')
    refused['mapping.orByEmail'] = 'Leads with two external ids are two leads. Leave this out.'

  for (const { anyOf, sentence } of keyFields[kind]) {
    const isThere = anyOf.some((field) => columns.includes(field) || (isGeneral(field) && defaults.has(field)))
    if (!isThere) refused['mapping.columns'] ??= sentence(named)
  }
  if (Object.keys(refused).length > 0) throw invalid(refused)
  return { columns, values, defaults, orByEmail }
}

/** What can be the same in all rows; who a lead is can't. */
const isGeneral = (field: ImportField) => field === 'channel' || field === 'outcome'
