import type { AttributionModel } from '@/lib/reports/attribution/attribution'

/** The name of each model, and how it shares a win, in one sentence. */
export const attributionWords: Record<AttributionModel, { label: string; means: string }> = {
  first: { label: 'First touch', means: 'All of a win goes to its first touch.' },
  last: { label: 'Last touch', means: 'All of a win goes to its last touch.' },
  linear: { label: 'Linear', means: 'Every touch before a win gets the same part of it.' },
  position: {
    label: 'Position',
    means:
      'The first and the last touch get 40% each, those between share 20%; of two touches each gets half, a single one all.',
  },
  shapley: {
    label: 'Shapley',
    means: 'Every channel that touched the lead gets the same part of the win, however often and whenever it did.',
  },
}

/** What all of them are, and are not. */
export const attributionDefinition =
  'Each win before which there were touches is shared among them, by five rules side by side, and every column adds up to the ' +
  'wins exactly; wins without a touch have a row of their own. The rules allocate: none of them says what caused a win, or ' +
  'what would be lost without a channel.'
