import * as z from 'zod'
import { currencyCode, domainName, emailAddress, instant, money, text, uuid, oneOf } from '@/lib/fields'
import { lostReasons } from '@/lib/handoffs/reasons'

const detail = z.union([text(2000), z.number(), z.boolean(), z.null()], 'Write text, a number, true or false.')

const companyRef = z
  .strictObject({ name: text(200).optional(), domain: domainName.optional() }, 'Name a company by name or domain.')
  .refine(({ name, domain }) => name !== undefined || domain !== undefined, 'Give the company a name or a domain.')

/** What people may say about a lead. */
export const leadFacts = z.strictObject({
  firstName: text(100).optional(),
  lastName: text(100).optional(),
  email: emailAddress.optional(),
  phone: text(50).optional(),
  title: text(200).optional(),
  company: companyRef.optional(),
  externalId: text(200).optional(),
  source: text(200).optional(),
  value: money.optional(),
  currency: currencyCode.optional(),
  tags: z
    .array(text(50), 'Give the tags as a list of words.')
    .max(50, 'Use at most 50 tags.')
    .transform((tags) => [...new Set(tags)])
    .optional(),
  details: z
    .record(text(200), detail, 'Give the details as names with values.')
    .refine((details) => JSON.stringify(details).length <= 20_000, 'Use at most 20,000 characters in all.')
    .optional(),
})

export type LeadFacts = z.output<typeof leadFacts>

export const isNamed = (lead: { firstName?: unknown; lastName?: unknown; email?: unknown; externalId?: unknown }) =>
  Boolean(lead.firstName || lead.lastName || lead.email || lead.externalId)

export const unnamed = 'A lead needs at least a name, an email address or an external id.'

export const createLeadInput = leadFacts.refine(isNamed, { path: ['email'], message: unnamed })

/** The same fields; null takes a fact away. */
const changes = z.strictObject(
  Object.fromEntries(Object.entries(leadFacts.shape).map(([name, field]) => [name, field.nullable()])) as {
    [Name in keyof typeof leadFacts.shape]: z.ZodNullable<(typeof leadFacts.shape)[Name]>
  },
)

export const editLeadInput = z.strictObject({
  leadId: uuid,
  /** The version that the editor saw; null takes whatever is there. */
  version: z.int().nullable(),
  changes,
})

export type LeadChanges = z.output<typeof changes>

export const leadIdInput = z.strictObject({ leadId: uuid })

export const closeLeadInput = z
  .strictObject({
    leadId: uuid,
    outcome: oneOf(['won', 'lost']),
    reason: oneOf(lostReasons).optional(),
    note: text(5000).optional(),
    value: money.optional(),
    currency: currencyCode.optional(),
    closedAt: instant.optional(),
  })
  .refine(({ outcome, reason }) => outcome === 'won' || reason !== undefined, {
    path: ['reason'],
    message: `Say why the lead was lost: ${lostReasons.join(', ')}.`,
  })
  .refine(({ outcome, reason }) => outcome === 'lost' || reason === undefined, {
    path: ['reason'],
    message: 'Only a lost lead has a reason.',
  })
  .refine(({ outcome, reason, note }) => outcome === 'won' || reason !== 'other' || note !== undefined, {
    path: ['note'],
    message: 'Say in a note what the other reason is.',
  })

export const assignLeadInput = z
  .strictObject({ leadId: uuid, owner: uuid.nullable().optional(), rep: uuid.nullable().optional() })
  .refine(({ owner, rep }) => owner !== undefined || rep !== undefined, 'Name an owner or a rep.')

export const doNotContactInput = z.strictObject({ leadId: uuid, doNotContact: z.boolean() })
