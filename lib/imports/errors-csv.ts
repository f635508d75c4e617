import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/db'
import type { CsvCell } from '@/lib/exports/csv-answer'
import { headerKey } from '@/lib/imports/header-names'
import { getImportFile } from '@/lib/imports/queries'
import { saidBy } from '@/lib/imports/read-row'
import type { ImportKind } from '@/prisma/generated/enums'

const atOnce = 1000

/**
 * The rows that failed as a file: the line and the reason, then the columns as they came, so that it can be mended and
 * imported again. Throws NOT_FOUND.
 */
export async function importErrorsCsv(actor: Actor, importId: string): Promise<AsyncIterable<CsvCell[]>> {
  const { shape, kind } = await getImportFile(actor, importId)
  return rowsOf(importId, ownHeaders(kind, shape.headers), shape.headers)
}

async function* rowsOf(importId: string, own: string[], headers: string[]): AsyncGenerator<CsvCell[]> {
  yield [...own, ...headers]
  let after = 0
  for (;;) {
    const rows = await db.importError.findMany({
      where: { importId, line: { gt: after } },
      orderBy: { line: 'asc' },
      take: atOnce,
    })
    for (const { line, message, cells } of rows) yield [line, message, ...(cells as string[]).map(saidBy)]
    const last = rows.at(-1)
    if (!last) return
    after = last.line
  }
}

/** Our two columns, called otherwise where an import of the file would take them for its own. */
function ownHeaders(kind: ImportKind, headers: string[]): string[] {
  const taken = new Set(headers.map(headerKey))
  const isReasonTaken = kind === 'outcomes' || taken.has('reason')
  return [taken.has('line') ? 'line in the file' : 'line', isReasonTaken ? 'why it failed' : 'reason']
}
