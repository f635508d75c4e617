import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db, type Tx } from '@/lib/db'
import { invalid } from '@/lib/errors'
import { KnownLeads } from '@/lib/imports/known-leads'
import { getImportFile } from '@/lib/imports/queries'
import { readBatches } from '@/lib/imports/read-batches'
import type { LeadRow } from '@/lib/imports/read-facts'
import { RowProblem } from '@/lib/imports/read-row'
import { suggestMapping } from '@/lib/imports/suggest-mapping'
import { knownBy } from '@/lib/leads/known-by'
import { nameKey } from '@/lib/name-key'

/** A list of more lines is an import. */
export const mostAttendees = 5000

export type AttendeeMatch = {
  fileName: string
  rows: number
  /** The leads that are meant, each once. */
  leadIds: string[]
  /** Rows of nobody whom we know, by the line of the file. */
  unmatched: { line: number; row: LeadRow }[]
  /** Rows that can not be read or mean several leads, and why. */
  unclear: { line: number; why: string }[]
}

/**
 * Whom a list of attendees means: by external id, by email, else by name and company where that is one lead. The
 * columns are known by their headers.
 *
 * Throws NOT_FOUND, and INVALID for a file that is too long or names nobody.
 */
export async function matchAttendees(actor: Actor, importId: string, tx: Tx = db): Promise<AttendeeMatch> {
  authorise(actor, 'bulk.run')
  const file = await getImportFile(actor, importId, tx)
  if (file.rowsTotal > mostAttendees)
    throw invalid({ file: `A list may have at most ${mostAttendees} lines. Import the file as touches instead.` })
  const columns = suggestMapping(file.shape.headers, file.shape.samples, 'leads')
  const named = Object.values(columns)
  if (!named.some((field) => field && ['externalId', 'email', 'name', 'lastName'].includes(field)))
    throw invalid({ file: 'No column says who came. Name one of them Email, External id or Name.' })
  const match: AttendeeMatch = {
    fileName: file.fileName,
    rows: file.rowsTotal,
    leadIds: [],
    unmatched: [],
    unclear: [],
  }
  const leadIds = new Set<string>()
  for await (const batch of readBatches({ ...file, kind: 'leads', mapping: { columns } })) {
    const read = batch.kind === 'leads' ? batch.rows : []
    const rows = read.flatMap((row) => ('row' in row && row.row ? [{ line: row.line, row: row.row }] : []))
    match.unclear.push(...read.flatMap((row) => ('problem' in row ? [{ line: row.line, why: row.problem }] : [])))
    const find = await finder(
      tx,
      rows.map(({ row }) => row),
    )
    for (const { line, row } of rows) {
      const found = find(row)
      if (found === null) match.unmatched.push({ line, row })
      else if ('why' in found) match.unclear.push({ line, why: found.why })
      else leadIds.add(found.id)
    }
  }
  return { ...match, leadIds: [...leadIds] }
}

type Found = { id: string } | { why: string } | null

async function finder(tx: Tx, rows: LeadRow[]): Promise<(row: LeadRow) => Found> {
  const meant = await knownBy(
    tx,
    rows.map(({ facts }) => facts),
  )
  const leads = await tx.lead.findMany({
    where: { id: { in: meant.map(({ leadId }) => leadId) } },
    select: { id: true, externalId: true, email: true },
  })
  const known = new KnownLeads(leads, meant)
  const byName = await leadsByName(
    tx,
    rows.flatMap((row) => nameAndCompany(row) ?? []),
  )
  return (row) => {
    try {
      const lead = known.recognise(row.facts)
      if (lead) return { id: lead.id }
    } catch (error) {
      if (error instanceof RowProblem) return { why: error.message }
      throw error
    }
    const asked = nameAndCompany(row)
    const namesakes = asked ? (byName.get(keyOf(asked)) ?? []) : []
    if (namesakes.length > 1) return { why: `${namesakes.length} leads have this name and company.` }
    return namesakes[0] ? { id: namesakes[0] } : null
  }
}

type NameAndCompany = { name: string; company: string }

const keyOf = ({ name, company }: NameAndCompany) => `${name}\n${company}`

function nameAndCompany({ facts: { firstName, lastName, company } }: LeadRow): NameAndCompany | null {
  const name = nameKey([firstName, lastName].filter(Boolean).join(' '))
  return name && company?.name ? { name, company: nameKey(company.name) } : null
}

/** The ids of the living leads of these names and companies. */
async function leadsByName(tx: Tx, asked: NameAndCompany[]): Promise<Map<string, string[]>> {
  if (asked.length === 0) return new Map()
  const rows = await tx.$queryRaw<(NameAndCompany & { id: string })[]>`
    select distinct r.name, r.company, l.id
    from json_to_recordset(${JSON.stringify(asked)}::json) as r(name text, company text)
    join company c on c.name_key = r.company
    join lead l on l.company_id = c.id and l.deleted_at is null
      and lower(concat_ws(' ', nullif(l.first_name, ''), nullif(l.last_name, ''))) = r.name`
  const found = new Map<string, string[]>()
  for (const row of rows) found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), row.id])
  return found
}
