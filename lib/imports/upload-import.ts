import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise, can } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import { invalid } from '@/lib/errors'
import { CsvProblem } from '@/lib/imports/csv-reader'
import { isDealsFile } from '@/lib/imports/deals-file'
import { kindInput } from '@/lib/imports/input'
import { inspectFile } from '@/lib/imports/inspect-file'
import { keepTable } from '@/lib/imports/keep-table'
import { receiveUpload, type UploadFields } from '@/lib/imports/receive-upload'

/** A file that has come and been looked at, with the other fields of its form. */
export type Upload = { importId: string; fields: UploadFields; hash: string }

/**
 * Takes a file in as it arrives and looks at it: what is in it is proposed, deals as outcomes to those who may import
 * them. Nothing of it remains where it is refused. It is no command, since a file comes in many pieces and none of them may
 * wait for a transaction; nobody sees it before it is whole.
 *
 * `sent` are filled with the other fields of the form as they come.
 *
 * Throws FORBIDDEN before anything is read, HttpRefusal for a body that is no form or too large, INVALID for a file
 * that is no table.
 */
export async function uploadImport(actor: Actor, request: Request, sent: UploadFields = {}): Promise<Upload> {
  authorise(actor, 'import.leads')
  const { id: importId } = await db.import.create({
    data: { kind: 'leads', status: 'uploaded', fileName: '', fileSize: 0, shape: {}, createdById: actor.id },
    select: { id: true },
  })
  try {
    const { kept, fileName, fields } = await receiveUpload(request, (_, stream) => keepTable(importId, stream), sent)
    const { rows, shape } = await inspectFile(importId, kept)
    const said = kindInput.safeParse(fields.kind).data ?? 'leads'
    const isList = fields.purpose === 'attendees'
    const isOfOutcomes =
      said === 'leads' && !isList && can(actor, 'import.outcomes') && isDealsFile(shape.headers, shape.samples)
    const kind = isOfOutcomes ? 'outcomes' : said
    const data = { kind, fileName: nameOf(fileName), fileSize: kept.size, rowsTotal: rows, shape, isList }
    await db.import.update({ where: { id: importId }, data })
    return { importId, fields, hash: kept.hash }
  } catch (error) {
    await discardUpload(importId)
    throw error instanceof CsvProblem ? invalid({ file: error.message }) : error
  }
}

/** Throws away a file that is not imported after all. */
export async function discardUpload(importId: string): Promise<void> {
  await db.import.deleteMany({ where: { id: importId, status: 'uploaded' } })
}

const nameOf = (fileName: string) => fileName.replaceAll('\0', '').trim().slice(0, 200) || 'file.csv'
