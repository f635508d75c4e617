import * as z from 'zod'
import { instant, oneOf, text, uuid } from '@/lib/fields'
import { leadFilters } from '@/lib/leads/filters'
import { allChannels } from '@/lib/touchpoints/channel'

/** Filters as a list has them in its address; JSON may write their numbers as numbers. */
const filter = z.preprocess(
  (value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).map(([name, part]) => [name, typeof part === 'number' ? String(part) : part]),
        )
      : value,
  z.strictObject(leadFilters, 'Give the filters as names with values, as the list of leads takes them.'),
)

/** Which leads: some by id, or all that filters find. */
const selection = {
  leadIds: z
    .array(uuid, 'Give the leads as a list of their ids.')
    .min(1, 'Choose at least one lead.')
    .max(10_000, 'Choose at most 10,000 leads by id; use a filter for more.')
    .optional(),
  filter: filter.optional(),
}

export type Selection = { leadIds?: string[] | undefined; filter?: z.output<typeof filter> | undefined }

export const isOneSelection = ({ leadIds, filter }: Selection) => (leadIds === undefined) !== (filter === undefined)
const chooseLeads = { path: ['leadIds'], message: 'Choose leads: by leadIds, or all that a filter finds.' }

/** At most so many leads are offered to Sales a working day, the others held back; left out: all at once. */
const offersPerDay = z
  .int('Give a whole number.')
  .min(1, 'Offer at least 1 a day.')
  .max(10_000, 'Offer at most 10,000 a day.')
  .optional()

const touch = z.strictObject({
  kind: z.literal('touch'),
  channel: oneOf(allChannels),
  campaignId: uuid.optional(),
  direction: oneOf(['outbound', 'inbound']).optional(),
  engaged: z.boolean('Say true or false.').optional(),
  occurredAt: instant.optional(),
  note: text(5000).optional(),
  offersPerDay,
})

const tags = z.array(text(50), 'Give the tags as a list of words.').max(20, 'Use at most 20 tags.')

/** What a bulk action does to each lead. */
const facts = [
  touch,
  z.strictObject({ kind: z.literal('owner'), owner: uuid.nullable() }),
  z
    .strictObject({ kind: z.literal('tag'), add: tags.default([]), remove: tags.default([]) })
    .refine(({ add, remove }) => add.length + remove.length > 0, { path: ['add'], message: 'Name at least one tag.' }),
  z.strictObject({ kind: z.literal('offer'), note: text(5000).optional(), offersPerDay }),
  z.strictObject({ kind: z.literal('do_not_contact'), doNotContact: z.boolean('Say true or false.') }),
  z.strictObject({ kind: z.literal('delete') }),
] as const

export const bulkFacts = z.discriminatedUnion('kind', facts)
export type BulkFacts = z.output<typeof bulkFacts>
export type FactsOf<Kind extends BulkFacts['kind']> = Extract<BulkFacts, { kind: Kind }>

/** A bulk action as it is asked for: which leads, and what to do to each. */
export const startBulkInput = z.strictObject({ ...selection, action: bulkFacts }).refine(isOneSelection, chooseLeads)

export const previewTouchInput = z.strictObject({ ...selection, action: touch }).refine(isOneSelection, chooseLeads)

/** The body of `POST /campaigns/{id}/touchpoints`. */
export const campaignTouchesInput = z.strictObject({
  ...selection,
  occurredAt: instant.optional(),
  engaged: z.boolean('Say true or false.').optional(),
  note: text(5000).optional(),
  offersPerDay,
  dryRun: z.boolean('Say true or false.').optional(),
})

/** What is done with the offers that an action still holds back: all made at once, or none of them. */
export const settleHeldInput = z.strictObject({ bulkActionId: uuid, held: oneOf(['offer', 'drop']) })

export const bulkIdInput = z.strictObject({ bulkActionId: uuid })
export const bulkChunkInput = z.strictObject({ bulkActionId: uuid, seq: z.int() })
