import type { Actor } from '@/lib/access/actor'
import { runImport } from '@/lib/imports/run-import'
import { startImport } from '@/lib/imports/start-import'
import { uploadImport } from '@/lib/imports/upload-import'
import { getImport, listImportErrors } from '@/lib/imports/queries'

/** A request as a browser or curl sends a file. */
export function uploadRequest(
  content: string | Uint8Array,
  fields: Record<string, string> = {},
  fileName = 'file.csv',
): Request {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new Blob([content as BlobPart]), fileName)
  return new Request('http://127.0.0.1/import', { method: 'POST', body: form })
}

export type Order = {
  kind?: string
  mapping?: unknown
  handOff?: boolean
  mode?: string
  overwriteWithEmpty?: boolean
  dryRun?: boolean
}

/** Uploads a file and begins to import it, without doing its work. */
export async function begin(actor: Actor, content: string | Uint8Array, { kind = 'leads', ...order }: Order = {}) {
  const { importId } = await uploadImport(actor, uploadRequest(content))
  await startImport(actor, { importId, kind, ...order })
  return importId
}

/** Imports a file from beginning to end: the counts, and the reasons by line. */
export async function importFile(actor: Actor, content: string | Uint8Array, order?: Order) {
  const importId = await begin(actor, content, order)
  await runImport(importId, new AbortController().signal)
  const result = await getImport(actor, importId)
  const errors = await listImportErrors(actor, importId, 100)
  return { ...result, reasons: Object.fromEntries(errors.map(({ line, message }) => [line, message])) }
}
