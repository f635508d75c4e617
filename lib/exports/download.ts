import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { readParameters } from '@/lib/api/query-parameters'
import { DomainError } from '@/lib/errors'
import { type CsvCell, csvAnswer } from '@/lib/exports/csv-answer'
import { type LeadFilters, leadFilters } from '@/lib/leads/filters'

/** What only orders or pages a list says nothing about which rows it has. */
const ofListsOnly = ['sort', 'cursor', 'start', 'do']

/** The answer to a link on a page: the rows that its filters leave, for those who may export. */
export function downloadOf(
  actor: Actor | null,
  request: Request,
  fileName: string,
  rowsOf: (actor: Actor, filters: LeadFilters) => AsyncIterable<CsvCell[]>,
): Response {
  if (!actor || !can(actor, 'export.all')) return new Response('There is no such page.', { status: 404 })
  const url = new URL(request.url)
  for (const [name, value] of [...url.searchParams])
    if (value === '' || ofListsOnly.includes(name)) url.searchParams.delete(name)
  try {
    return csvAnswer(fileName, rowsOf(actor, readParameters(url.href, leadFilters)), true)
  } catch (error) {
    if (error instanceof DomainError) return new Response(error.message, { status: 422 })
    throw error
  }
}
