import 'server-only'
import type * as z from 'zod'
import type { Actor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { readParameters } from '@/lib/api/query-parameters'
import { DomainError } from '@/lib/errors'
import { type CsvCell, csvAnswer } from '@/lib/exports/csv-answer'
import { exportParameters } from '@/lib/exports/input'

/** What only orders or pages a list, or opens something on its page, says nothing about which rows it has. */
const ofListsOnly = ['sort', 'cursor', 'start', 'do']

/** The answer to a link on a page: the rows that its parameters leave, for those who may export. */
export function downloadOf<Shape extends z.ZodRawShape>(
  actor: Actor | null,
  asked: URL,
  fileName: string,
  parameters: Shape,
  rowsOf: (actor: Actor, query: z.output<z.ZodObject<Shape>>) => AsyncIterable<CsvCell[]>,
): Response {
  if (!actor || !can(actor, 'export.all')) return new Response('There is no such page.', { status: 404 })
  const url = new URL(asked)
  for (const [name, value] of [...url.searchParams])
    if (value === '' || ofListsOnly.includes(name)) url.searchParams.delete(name)
  try {
    const { raw } = readParameters(`${url.origin}/?raw=${url.searchParams.get('raw') ?? '0'}`, exportParameters)
    url.searchParams.delete('raw')
    const rows = rowsOf(actor, readParameters(url.href, parameters))
    return csvAnswer(fileName, rows, raw === '1' ? 'raw' : 'spreadsheets')
  } catch (error) {
    if (error instanceof DomainError) return new Response(error.message, { status: 422 })
    throw error
  }
}
