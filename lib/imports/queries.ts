import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db, type Tx } from '@/lib/db'
import { notFound } from '@/lib/errors'
import type { FileShape } from '@/lib/imports/file-shape'
import { type ImportShape, importShape } from '@/lib/imports/import-shape'
import type { Mapping } from '@/lib/imports/mapping'
import { leadName, leadNameSelect } from '@/lib/leads/lead-shape'
import { cutPage, defaultLimit, type Page, readCursor, writeCursor } from '@/lib/page'
import type { Import } from '@/prisma/generated/client'

const sort = 'imports'

/** Imports that have begun, newest first. */
export async function listImports(
  actor: Actor,
  { limit = defaultLimit, cursor }: { limit?: number | undefined; cursor?: string | undefined },
): Promise<Page<ImportShape>> {
  authorise(actor, 'import.leads')
  const after = readCursor(cursor, sort)
  const rows = await db.import.findMany({
    where: { status: { not: 'uploaded' }, ...(after ? { id: { lt: after.id } } : {}) },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const last = rows[limit - 1]
  const nextCursor = rows.length > limit && last ? writeCursor({ sort, value: null, id: last.id }) : null
  return { data: rows.slice(0, limit).map(importShape), nextCursor }
}

/** An import that has begun. Throws NOT_FOUND. */
export async function getImport(actor: Actor, importId: string, tx: Tx = db): Promise<ImportShape> {
  authorise(actor, 'import.leads')
  const found = await tx.import.findFirst({ where: { id: importId, status: { not: 'uploaded' } } })
  if (!found) throw notFound('import')
  return importShape(found)
}

/** An import with its file and mapping, as pages show it; `uploaded` ones wait for their mapping. Throws NOT_FOUND. */
export async function getImportFile(actor: Actor, importId: string, tx: Tx = db) {
  authorise(actor, 'import.leads')
  const found = await tx.import.findFirst({
    where: { id: importId, rowsTotal: { gt: 0 } },
    include: { createdBy: { select: { id: true, name: true } }, revertedBy: { select: { id: true, name: true } } },
  })
  if (!found) throw notFound('import')
  return withFile(found)
}

/** An import whose stored JSON is named by its types. */
export const withFile = <Row extends Import>(row: Row) => ({
  ...row,
  shape: row.shape as FileShape,
  mapping: row.mapping as Mapping | null,
})

/** The imports that pages list, also those that wait for their mapping, newest first. */
export async function recentImports(actor: Actor, count: number) {
  authorise(actor, 'import.leads')
  return db.import.findMany({
    where: { rowsTotal: { gt: 0 }, isList: false },
    orderBy: { id: 'desc' },
    take: count,
    include: { createdBy: { select: { id: true, name: true } } },
    omit: { shape: true, mapping: true },
  })
}

/** The first rows that failed, by line. */
export async function listImportErrors(actor: Actor, importId: string, count: number) {
  authorise(actor, 'import.leads')
  const rows = await db.importError.findMany({ where: { importId }, orderBy: { line: 'asc' }, take: count })
  return rows.map(({ line, message, cells }) => ({ line, message, cells: cells as string[] }))
}

/** The most frequent reasons for which rows failed, with how many each is for. */
export async function countImportReasons(actor: Actor, importId: string, count: number) {
  authorise(actor, 'import.leads')
  const groups = await db.importError.groupBy({
    by: ['message'],
    where: { importId },
    _count: true,
    orderBy: [{ _count: { message: 'desc' } }, { message: 'asc' }],
    take: count,
  })
  return groups.map(({ message, _count }) => ({ message, rows: _count }))
}

/** The addresses of everybody who works or worked here: whom a file may name. */
export async function addressesOfPeople(actor: Actor): Promise<string[]> {
  authorise(actor, 'import.leads')
  return (await db.person.findMany({ select: { email: true } })).map(({ email }) => email)
}

const keptSort = 'importKept'

/** A page of the leads of which something stayed when their import was taken back, and how many there are. */
export async function listKept(
  actor: Actor,
  importId: string,
  { limit = defaultLimit, cursor }: { limit?: number | undefined; cursor?: string | undefined } = {},
) {
  authorise(actor, 'import.leads')
  const after = readCursor(cursor, keptSort)
  const [rows, count] = await Promise.all([
    db.importKept.findMany({
      where: { importId, ...(after ? { leadId: { gt: after.id } } : {}) },
      orderBy: { leadId: 'asc' },
      take: limit + 1,
      include: { lead: { select: leadNameSelect } },
    }),
    db.importKept.count({ where: { importId } }),
  ])
  const { data, nextCursor } = cutPage(rows, limit, ({ leadId: id }) => ({ sort: keptSort, value: null, id }))
  const kept = data.map(({ lead, why }) => ({ lead: { id: lead.id, name: leadName(lead) }, why }))
  return { data: kept, nextCursor, count }
}

/** Whether the file of an import is still kept, so that it can be imported again. */
export async function isFileKept(actor: Actor, importId: string): Promise<boolean> {
  authorise(actor, 'import.leads')
  return (await db.importChunk.count({ where: { importId, seq: 0 } })) > 0
}
