import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { listCompanies } from '@/lib/companies/list-companies'
import { allPages, pageSize } from '@/lib/exports/all-pages'
import type { CsvCell } from '@/lib/exports/csv-answer'

const leadCounts = ['all', 'cold', 'warm', 'hot', 'won', 'lost'] as const
const header = ['id', 'name', 'domain', 'employees', 'createdAt', ...leadCounts.map((count) => `leads.${count}`)]

/** The companies that the words find, with the counts of their leads, as rows of a file. Throws FORBIDDEN. */
export function exportCompanies(actor: Actor, list: { q?: string | undefined }): AsyncIterable<CsvCell[]> {
  authorise(actor, 'export.all')
  return rowsOf(actor, list)
}

async function* rowsOf(actor: Actor, { q }: { q?: string | undefined }): AsyncGenerator<CsvCell[]> {
  yield header
  const companies = allPages((cursor) => listCompanies(actor, { q, sort: 'createdAt', limit: pageSize, cursor }))
  for await (const { id, name, domain, employees, createdAt, leads } of companies)
    yield [id, name, domain, employees, createdAt, ...leadCounts.map((count) => leads[count])]
}
