import 'server-only'
import { createHash } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db, type Tx } from '@/lib/db'
import { headerKey } from '@/lib/imports/header-names'
import { checkMapping, type Mapping } from '@/lib/imports/mapping'
import { DomainError } from '@/lib/errors'
import type { ImportKind } from '@/prisma/generated/enums'

/** A mapping that somebody has confirmed for a file with the same headers. */
export type SavedMapping = { mapping: Mapping; savedAt: Date; savedBy: string }

/** Case, spaces and order of the headers apart. */
const keyOf = (headers: string[]) =>
  createHash('sha256')
    .update(JSON.stringify(headers.map(comparable).sort()))
    .digest('hex')

/** Headers of signs alone are compared as they are. */
const comparable = (header: string) => headerKey(header) || header

/** A step: keeps what the columns were said to be, in the place of what was kept for these headers before. */
export async function saveMapping(
  tx: Tx,
  { id: savedById }: Actor,
  { kind, headers, mapping }: { kind: ImportKind; headers: string[]; mapping: Mapping },
  savedAt: Date,
): Promise<void> {
  const columns = Object.fromEntries(
    Object.entries(mapping.columns).map(([header, field]) => [comparable(header.trim()), field]),
  )
  const kept = { mapping: { ...mapping, columns }, savedAt, savedById }
  const id = { kind, headersKey: keyOf(headers) }
  await tx.savedMapping.upsert({ where: { kind_headersKey: id }, create: { ...id, ...kept }, update: kept })
}

/** The mapping that was last confirmed for these headers, by the headers of this file; null where there is none that still fits. */
export async function findSavedMapping(
  actor: Actor,
  kind: ImportKind,
  headers: string[],
): Promise<SavedMapping | null> {
  authorise(actor, `import.${kind}`)
  const saved = await db.savedMapping.findUnique({
    where: { kind_headersKey: { kind, headersKey: keyOf(headers) } },
    include: { savedBy: { select: { name: true } } },
  })
  if (!saved) return null
  const kept = saved.mapping as Mapping
  const columns = Object.fromEntries(headers.map((header) => [header, kept.columns[comparable(header)] ?? null]))
  const mapping = { ...kept, columns }
  return fits(kind, headers, mapping) ? { mapping, savedAt: saved.savedAt, savedBy: saved.savedBy.name } : null
}

/** Two headers of this file may be compared as one. */
function fits(kind: ImportKind, headers: string[], mapping: Mapping): boolean {
  try {
    checkMapping(kind, headers, mapping)
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}
