import * as z from 'zod'
import { lostReasons } from '@/lib/handoffs/reasons'
import type { ImportField } from '@/lib/imports/fields'
import { cellsOf, type Surroundings } from '@/lib/imports/read-cells'
import { type MappedRow, RowProblem } from '@/lib/imports/read-row'
import type { OutcomeWord } from '@/lib/imports/words'
import { type LeadFacts, leadFacts, unnamed } from '@/lib/leads/input'
import type { NewTouchpoint } from '@/lib/touchpoints/new-touchpoint'
import type { Channel, Direction, Reason } from '@/prisma/generated/enums'

/** Rules are made once and not for each row: to make one costs as much as to check a hundred rows. */
const factsOfRow = leadFacts.omit({ details: true })

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

function readReference(
  cells: ReturnType<typeof cellsOf>,
  { orByEmail }: Surroundings,
  longestIds: number,
): LeadReference {
  const lead = present({ externalId: cells.text('lead.externalId', longestIds), email: cells.email('lead.email') })
  if (Object.keys(lead).length === 0) throw new RowProblem('The row does not say which lead it is about.')
  return { ...lead, orByEmail }
}

/** A touch as its row tells it. Throws RowProblem. */
export function readTouch(row: MappedRow, around: Surroundings): TouchRow {
  const cells = cellsOf('touchpoints', row, around)
  const lead = readReference(cells, around, 200)
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
  // A deal may name all its contacts in one cell.
  const lead = readReference(cells, around, 5000)
  if (!outcome)
    throw new RowProblem('The outcome is empty. Write won, lost or open, or choose a default for empty ones.')
  const reason = outcome === 'lost' ? cells.word<Reason>('reason') : undefined
  if (outcome === 'lost' && !reason)
    throw new RowProblem(
      `A lost lead needs a reason: one of ${lostReasons.join(', ')}. Choose a default for empty ones.`,
    )
  // Of a deal that goes on it is the day when somebody hopes to close it.
  const closedAt = () => {
    if (outcome === 'open') return undefined
    return (outcome === 'lost' ? cells.past('lostAt') : undefined) ?? cells.past('closedAt')
  }
  return {
    lead,
    outcome,
    closedAt: closedAt() ?? around.now,
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
