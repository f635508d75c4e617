import * as z from 'zod'
import { currencyCode, emailAddress, employees, money, text } from '@/lib/fields'
import { lostReasons } from '@/lib/handoffs/reasons'
import { parseAmount, parseWhole } from '@/lib/imports/amounts'
import { fieldLabel, type ImportField } from '@/lib/imports/fields'
import { parseMoment } from '@/lib/imports/moments'
import { type MappedRow, RowProblem } from '@/lib/imports/read-row'
import { type OutcomeWord, ourWord, wordsOf } from '@/lib/imports/words'
import { type LeadFacts, leadFacts, unnamed } from '@/lib/leads/input'
import type { NewTouchpoint } from '@/lib/touchpoints/new-touchpoint'
import type { Channel, Direction, ImportKind, Reason } from '@/prisma/generated/enums'

/** Rules are made once and not for each row: to make one costs as much as to check a hundred rows. */
const factsOfRow = leadFacts.omit({ details: true })
const texts = new Map<number, ReturnType<typeof text>>()

function textUpTo(max: number): ReturnType<typeof text> {
  const rule = texts.get(max) ?? text(max)
  texts.set(max, rule)
  return rule
}

/** What reading a cell needs to know besides the cell. */
export type Surroundings = { timeZone: string; now: Date; orByEmail: boolean }

export type LeadRow = {
  facts: Omit<LeadFacts, 'details'>
  /** How many people work at the company that the row names. */
  employees?: number
  details: Record<string, unknown>
  createdAt?: Date
  ownerEmail?: string
  /** What the row leaves empty. */
  empty: MappedRow['empty']
}

export type TouchRow = {
  lead: LeadReference
  touch: Omit<NewTouchpoint, 'leadId' | 'campaignId'>
  campaign?: string
}

export type OutcomeRow = {
  lead: LeadReference
  outcome: Exclude<OutcomeWord, 'skip'>
  reason?: Reason
  note?: string
  closedAt: Date
  value?: number
  currency?: string
  repEmail?: string
  doNotContact: boolean
  details: Record<string, unknown>
}

/** How a row names its lead; with `orByEmail` the email counts alone where no lead has the external id. */
export type LeadReference = { externalId?: string; email?: string; orByEmail?: boolean }

const shortened = (cell: string) => (cell.length > 60 ? `${cell.slice(0, 60)}…` : cell)

/** A few words are named; of many it is said where they stand. */
const noneOf = (words: string[]) =>
  words.length > 10
    ? 'This is none of ours. Choose which of ours it means when you map the columns.'
    : `This is none of ${words.join(', ')}.`

/** Reads the cells of one row, field by field; each throws RowProblem that names field and cell. */
function cellsOf(kind: ImportKind, row: MappedRow, { timeZone, now }: Surroundings) {
  const refuse = (field: ImportField, message: string): never => {
    const cell = row.original[field] ?? row.text[field] ?? ''
    throw new RowProblem(`${fieldLabel(kind, field)} "${shortened(cell)}": ${message}`)
  }
  const checked = <Value>(field: ImportField, schema: z.ZodType<Value>, input: unknown): Value => {
    const parsed = schema.safeParse(input)
    return parsed.success ? parsed.data : refuse(field, parsed.error.issues[0]?.message ?? 'This can not be read.')
  }
  return {
    refuse,
    text: (field: ImportField, max: number) =>
      row.text[field] === undefined ? undefined : checked(field, textUpTo(max), row.text[field]),
    email: (field: ImportField) =>
      row.text[field] === undefined ? undefined : checked(field, emailAddress, row.text[field]),
    word<Word extends string>(field: ImportField): Word | undefined {
      const cell = row.text[field]
      if (cell === undefined) return undefined
      const words = wordsOf[field]?.map(({ value }) => value) ?? []
      return (ourWord(field, cell) ?? refuse(field, noneOf(words))) as Word
    },
    amount(field: ImportField): number | undefined {
      const cell = row.text[field]
      if (cell === undefined) return undefined
      return checked(
        field,
        money,
        parseAmount(cell, row.decimals[field]) ?? refuse(field, 'Write an amount as a number.'),
      )
    },
    /** None where there is 0: files write it for companies of which nobody knows. */
    people(field: ImportField): number | undefined {
      const cell = row.text[field]
      if (cell === undefined) return undefined
      const count = parseWhole(cell) ?? refuse(field, 'Write a whole number of people.')
      return count === 0 ? undefined : checked(field, employees, count)
    },
    currency: (field: ImportField) =>
      row.text[field] === undefined ? undefined : checked(field, currencyCode, row.text[field]),
    /** A moment that has been; clocks may differ by a minute. */
    past(field: ImportField): Date | undefined {
      const cell = row.text[field]
      if (cell === undefined) return undefined
      const at = parseMoment(cell, timeZone, row.orders[field])
      if (!at) return refuse(field, 'This is no date that can be read. Write it as 2026-11-23 or 2026-11-23 10:42.')
      if (at.getTime() > now.getTime() + 60_000) return refuse(field, 'This lies in the future.')
      if (at.getUTCFullYear() < 1970) return refuse(field, 'This is before 1970.')
      return at > now ? now : at
    },
  }
}

const present = <Facts extends object>(facts: Facts) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Facts]: Exclude<Facts[Name], undefined>
  }

/** "Lind, Ines" and "Ines Lind": the first word is the first name. */
function splitName(name: string): { firstName?: string; lastName?: string } {
  const [last, first] = name.split(',').map((part) => part.trim())
  if (first && last) return { firstName: first, lastName: last }
  const [head = '', ...rest] = name.trim().split(/\s+/)
  return { firstName: head, ...(rest.length > 0 ? { lastName: rest.join(' ') } : {}) }
}

/** Tags apart by commas, semicolons or bars; an export writes those that hold one themselves as JSON. */
function splitTags(cell: string): string[] {
  const tags = exportedTags(cell) ?? cell.split(/[,;|]/)
  return tags.map((tag) => tag.trim()).filter(Boolean)
}

function exportedTags(cell: string): string[] | undefined {
  if (!cell.startsWith('["')) return undefined
  try {
    return z.array(z.string()).parse(JSON.parse(cell))
  } catch {
    return undefined
  }
}

/** A lead as its row tells it. Throws RowProblem. */
export function readLead(row: MappedRow, around: Surroundings): LeadRow {
  const cells = cellsOf('leads', row, around)
  const name = cells.text('name', 200)
  const given = present({ firstName: cells.text('firstName', 100), lastName: cells.text('lastName', 100) })
  const company = present({ name: row.text['company.name'], domain: row.text['company.domain'] })
  const parsed = factsOfRow.safeParse({
    ...(name && Object.keys(given).length === 0 ? splitName(name) : given),
    ...(Object.keys(company).length > 0 ? { company } : {}),
    ...present({
      email: row.text.email,
      phone: row.text.phone,
      title: row.text.title,
      externalId: row.text.externalId,
      source: row.text.source,
      value: cells.amount('value'),
      currency: row.text.currency,
      tags: row.text.tags === undefined ? undefined : splitTags(row.text.tags),
    }),
  })
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const [field = '', part] = issue?.path.map(String) ?? []
    return cells.refuse((part && field === 'company' ? `${field}.${part}` : field) as ImportField, issue?.message ?? '')
  }
  const facts = parsed.data
  const people = cells.people('company.employees')
  if (people !== undefined && !facts.company)
    return cells.refuse('company.employees', 'The row does not say of which company. Name it, or leave this out.')
  if (!facts.firstName && !facts.lastName && !facts.email && !facts.externalId) throw new RowProblem(unnamed)
  if (JSON.stringify(row.details).length > 20_000)
    throw new RowProblem('The columns that are no field of ours hold more than 20,000 characters in this row.')
  return {
    facts,
    details: row.details,
    empty: row.empty,
    ...present({ createdAt: cells.past('createdAt'), ownerEmail: row.text.owner?.toLowerCase(), employees: people }),
  }
}

function readReference(cells: ReturnType<typeof cellsOf>, { orByEmail }: Surroundings): LeadReference {
  const lead = present({ externalId: cells.text('lead.externalId', 200), email: cells.email('lead.email') })
  if (Object.keys(lead).length === 0) throw new RowProblem('The row does not say which lead it is about.')
  return { ...lead, orByEmail }
}

/** A touch as its row tells it. Throws RowProblem. */
export function readTouch(row: MappedRow, around: Surroundings): TouchRow {
  const cells = cellsOf('touchpoints', row, around)
  const lead = readReference(cells, around)
  const channel = cells.word<Channel>('channel')
  if (!channel) throw new RowProblem('The channel is empty. Give it a value, or choose a default for empty ones.')
  const direction = cells.word<Direction>('direction') ?? 'outbound'
  const loggedAt = cells.past('loggedAt')
  const voidedAt = cells.past('voidedAt')
  return {
    lead,
    touch: {
      channel,
      direction,
      engaged: direction === 'inbound' || cells.word('engaged') === 'true',
      occurredAt: cells.past('occurredAt') ?? around.now,
      ...present({ note: cells.text('note', 5000), externalId: cells.text('externalId', 200), loggedAt, voidedAt }),
    },
    ...present({ campaign: cells.text('campaign', 200) }),
  }
}

const withoutNote = 'Imported without a note'

/** What became of a lead as its row tells it; null for a row that is to be left out, whomever it is about. Throws RowProblem. */
export function readOutcome(row: MappedRow, around: Surroundings): OutcomeRow | null {
  const cells = cellsOf('outcomes', row, around)
  const outcome = cells.word<OutcomeWord>('outcome')
  if (outcome === 'skip') return null
  const lead = readReference(cells, around)
  if (!outcome)
    throw new RowProblem('The outcome is empty. Write won, lost or open, or choose a default for empty ones.')
  const reason = outcome === 'lost' ? cells.word<Reason>('reason') : undefined
  if (outcome === 'lost' && !reason)
    throw new RowProblem(
      `A lost lead needs a reason: one of ${lostReasons.join(', ')}. Choose a default for empty ones.`,
    )
  return {
    lead,
    outcome,
    // Of a deal that goes on it is the day when somebody hopes to close it.
    closedAt: (outcome === 'open' ? undefined : cells.past('closedAt')) ?? around.now,
    doNotContact: cells.word('doNotContact') === 'true',
    details: row.details,
    ...present({
      reason,
      note: cells.text('note', 5000) ?? (reason === 'other' ? (row.original.reason ?? withoutNote) : undefined),
      value: cells.amount('value'),
      currency: cells.currency('currency'),
      repEmail: row.text.rep?.toLowerCase(),
    }),
  }
}
