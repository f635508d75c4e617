import type { ImportField } from '@/lib/imports/fields'
import { suggestWords } from '@/lib/imports/suggest-words'

/** Stages that end a deal without saying how. */
const ended = /clos|finish|complet|done|abgeschlossen|geschlossen|beendet|erledigt/

/**
 * A word of ours for each of theirs, as the page proposes it. A reason that is none of ours is another one, with theirs
 * as its note. A stage of an export of deals that ends none leaves its row out: a deal that goes on does not say what
 * became of its lead. What else suggests nothing is left to the person.
 */
export function proposeWords(field: ImportField, values: string[], isOfDeals: boolean): Record<string, string> {
  const suggested = suggestWords(field, values)
  return Object.fromEntries(
    values.flatMap((value) => {
      const word = value.trim() === '' ? undefined : proposed(value)
      return word ? [[value, word]] : []
    }),
  )

  function proposed(value: string): string | undefined {
    const word = suggested[value]
    if (field === 'reason') return word ?? 'other'
    if (field !== 'outcome' || !isOfDeals) return word
    if (word === undefined) return ended.test(value.toLowerCase()) ? undefined : 'skip'
    return word === 'open' ? 'skip' : word
  }
}
