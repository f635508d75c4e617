import { reasonLabels, lostReasons } from '@/lib/handoffs/reasons'
import { parseAmount, parseYesNo } from '@/lib/imports/amounts'
import type { ImportField } from '@/lib/imports/fields'
import { allChannels, channels } from '@/lib/touchpoints/channel'
import type { Channel, Reason } from '@/prisma/generated/enums'

/** What a row can say became of a lead; one that says `skip` is left out, as a deal that goes on is. */
export type OutcomeWord = 'won' | 'lost' | 'open' | 'skip'

const labelled = (words: readonly string[], label: (word: string) => string) =>
  words.map((value) => ({ value, label: label(value) }))

/** Fields whose values are words of ours, each with a label: what value maps lead to. */
export const wordsOf: Partial<Record<ImportField, { value: string; label: string }[]>> = {
  channel: labelled(allChannels, (word) => channels[word as Channel].label),
  direction: [
    { value: 'outbound', label: 'Outbound (we to them)' },
    { value: 'inbound', label: 'Inbound (they to us)' },
  ],
  engaged: [
    { value: 'true', label: 'Yes' },
    { value: 'false', label: 'No' },
  ],
  doNotContact: [
    { value: 'true', label: 'Yes' },
    { value: 'false', label: 'No' },
  ],
  outcome: [
    { value: 'won', label: 'Won' },
    { value: 'lost', label: 'Lost' },
    { value: 'open', label: 'Open' },
    { value: 'skip', label: 'Leave the row out' },
  ] satisfies { value: OutcomeWord; label: string }[],
  reason: labelled(lostReasons, (word) => reasonLabels[word as Reason]),
}

/** How ours are also written: by their label, with spaces or dashes, in any case. */
const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')

const alsoCalled: Partial<Record<ImportField, Record<string, string>>> = {
  direction: { in: 'inbound', incoming: 'inbound', out: 'outbound', outgoing: 'outbound' },
  outcome: { closed_won: 'won', closedwon: 'won', win: 'won', closed_lost: 'lost', closedlost: 'lost', loss: 'lost' },
}

/** Our word for what a cell says, or undefined where it is none of ours. */
export function ourWord(field: ImportField, text: string): string | undefined {
  if (field === 'engaged' || field === 'doNotContact') return parseYesNo(text)?.toString()
  const word = plain(text)
  const known = wordsOf[field]?.find(({ value, label }) => value === word || plain(label) === word)
  return known?.value ?? alsoCalled[field]?.[word]
}

/** Why a value can never be one of this field, or undefined. What depends on the database is seen row by row. */
export function wordProblem(field: ImportField, text: string): string | undefined {
  const words = wordsOf[field]
  if (words && ourWord(field, text) === undefined)
    return `"${text}" is none of ${words.map(({ value }) => value).join(', ')}.`
  if (field === 'value' && parseAmount(text) === undefined) return `"${text}" is no amount.`
  if (field === 'currency' && !/^[a-z]{3}$/i.test(text.trim())) return `"${text}" is no currency such as EUR.`
  return undefined
}
