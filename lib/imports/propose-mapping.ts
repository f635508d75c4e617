import { isDealsFile } from '@/lib/imports/deals-file'
import { fieldLabel, fieldNames, type ImportField } from '@/lib/imports/fields'
import type { FileShape } from '@/lib/imports/file-shape'
import type { Mapping } from '@/lib/imports/mapping'
import { proposeColumns } from '@/lib/imports/propose-columns'
import { proposeWords } from '@/lib/imports/propose-words'
import { wordsOf } from '@/lib/imports/words'
import type { ImportKind } from '@/prisma/generated/enums'

/** Fields whose words are worth choosing on a page, by what is imported. */
const chosenWords: Record<ImportKind, ImportField[]> = {
  leads: [],
  touchpoints: ['channel', 'direction'],
  outcomes: ['outcome', 'reason'],
}

/** Cells that are shown of a column. */
const shownSamples = 3

/**
 * Everything that the mapping page shows of a file: its columns, what they may become, their words and ours. What was
 * said of the last file with the same headers goes before what the names and cells suggest. `people` are the addresses of
 * all people of Baton.
 */
export function proposeMapping(
  shape: FileShape,
  kind: ImportKind,
  { saved, people }: { saved: Mapping | null; people: string[] },
) {
  const { headers, samples } = shape
  const proposed = proposeColumns(shape, kind, new Set(people))
  const suggested = saved?.columns ?? proposed.columns
  const defaults = saved ? (saved.defaults ?? {}) : proposed.defaults
  const isOfDeals = isDealsFile(headers, samples)
  const few = headers.flatMap((header, at) => {
    const values = shape.values[at]
    return values ? [[header, values] as const] : []
  })
  return {
    orByEmail: saved?.orByEmail ?? true,
    columns: headers.map((header, at) => ({
      header,
      samples: [...new Set(samples.map((row) => row[at] ?? '').filter(Boolean))].slice(0, shownSamples),
      field: suggested[header] ?? '',
    })),
    fields: fieldNames(kind).map((value) => ({ value, label: fieldLabel(kind, value) })),
    values: Object.fromEntries(few),
    wordFields: chosenWords[kind].map((field) => ({
      field,
      label: fieldLabel(kind, field).replace(/ \(.*\)$/, ''),
      words: wordsOf[field] ?? [],
      chosen: defaults[field] ?? '',
      neededBy: field === 'reason' ? 'Lost rows need one.' : '',
      unsaid: field === 'direction' ? 'Outbound where nothing is said' : 'None',
      suggested: Object.fromEntries(
        few.map(([header, values]) => [
          header,
          {
            ...proposeWords(
              field,
              values.map(([value]) => value),
              isOfDeals,
            ),
            ...saidBefore(
              values.map(([value]) => value),
              saved?.values?.[field],
            ),
          },
        ]),
      ),
    })),
  }
}

/** Our words of before, in whatever case theirs are now. */
function saidBefore(values: string[], words: Record<string, string> = {}): Record<string, string> {
  const known = new Map(Object.entries(words).map(([theirs, ours]) => [theirs.trim().toLowerCase(), ours]))
  return Object.fromEntries(
    values.flatMap((value) => {
      const ours = known.get(value.trim().toLowerCase())
      return ours ? [[value, ours]] : []
    }),
  )
}
