import { notFound } from 'next/navigation'
import * as z from 'zod'
import { actorOrNull } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { DomainError } from '@/lib/errors'
import { csvAnswer } from '@/lib/exports/csv-answer'
import { importErrorsCsv } from '@/lib/imports/errors-csv'

/** The rows of an import that failed, as a file for a spreadsheet. */
export async function GET(_: Request, { params }: RouteContext<'/import/[id]/errors.csv'>): Promise<Response> {
  const actor = await actorOrNull()
  const { id } = await params
  if (!actor || !can(actor, 'import.leads') || !z.guid().safeParse(id).success) notFound()
  const rows = await importErrorsCsv(actor, id).catch((error: unknown) => {
    if (error instanceof DomainError) notFound()
    throw error
  })
  return csvAnswer('rows-that-failed.csv', rows, 'spreadsheets')
}
