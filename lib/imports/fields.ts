import type { ImportKind } from '@/prisma/generated/enums'

/** What columns can be mapped to, by what is imported; the words are those of the mapping page. */
const fieldsOf = {
  leads: {
    externalId: 'External id',
    email: 'Email',
    name: 'Name (first and last)',
    firstName: 'First name',
    lastName: 'Last name',
    phone: 'Phone',
    title: 'Title',
    'company.name': 'Company name',
    'company.domain': 'Company domain',
    'company.employees': 'Employees of the company',
    source: 'Source',
    value: 'Value',
    currency: 'Currency',
    tags: 'Tags',
    createdAt: 'Created at',
    owner: 'Owner (email)',
  },
  touchpoints: {
    'lead.externalId': 'Lead: external id',
    'lead.email': 'Lead: email',
    channel: 'Channel',
    occurredAt: 'When it happened',
    direction: 'Direction',
    engaged: 'Engaged (did they respond)',
    campaign: 'Campaign',
    note: 'Note',
    externalId: 'External id of the touch',
    loggedAt: 'When it was logged (admins)',
    voidedAt: 'When it was voided',
  },
  outcomes: {
    'lead.externalId': 'Lead: external id',
    'lead.email': 'Lead: email',
    outcome: 'Outcome (won, lost, open)',
    reason: 'Reason of a loss',
    note: 'Note',
    closedAt: 'Closed at',
    lostAt: 'Closed at, of losses',
    value: 'Value',
    currency: 'Currency',
    rep: 'Rep (email)',
    doNotContact: 'Do not contact',
  },
} as const satisfies Record<ImportKind, Record<string, string>>

type LeadField = keyof (typeof fieldsOf)['leads']
type TouchField = keyof (typeof fieldsOf)['touchpoints']
type OutcomeField = keyof (typeof fieldsOf)['outcomes']
export type ImportField = LeadField | TouchField | OutcomeField

/** The fields of a kind, in the order of the page. */
export const fieldNames = (kind: ImportKind) => Object.keys(fieldsOf[kind]) as ImportField[]

/** What a field is called on pages and in the reasons of failed rows. */
export const fieldLabel = (kind: ImportKind, field: ImportField): string =>
  (fieldsOf[kind] as Partial<Record<ImportField, string>>)[field] ?? field

/** How a refusal calls a field: by its key, as mappings write it, or by its label, as pages do. */
export type Naming = (field: ImportField) => string

/** Without one field of each group a file says nothing; the sentence says what is lacking. */
export const keyFields: Record<ImportKind, { anyOf: ImportField[]; sentence: (named: Naming) => string }[]> = {
  leads: [
    {
      anyOf: ['externalId', 'email', 'name', 'firstName', 'lastName'],
      sentence: (named) =>
        `No column says who the leads are. Map one to ${named('externalId')}, ${named('email')} or ${named('name')}.`,
    },
  ],
  touchpoints: [
    {
      anyOf: ['lead.externalId', 'lead.email'],
      sentence: (named) =>
        `No column says whom the touches were with. Map one to ${named('lead.externalId')} or ${named('lead.email')}.`,
    },
    {
      anyOf: ['channel'],
      sentence: (named) =>
        `No column says what kind of touch it was. Map one to ${named('channel')}, or give a default.`,
    },
  ],
  outcomes: [
    {
      anyOf: ['lead.externalId', 'lead.email'],
      sentence: (named) =>
        `No column says which leads were closed. Map one to ${named('lead.externalId')} or ${named('lead.email')}.`,
    },
    {
      anyOf: ['outcome'],
      sentence: (named) =>
        `No column says whether leads were won or lost. Map one to ${named('outcome')}, or give a default.`,
    },
  ],
}
