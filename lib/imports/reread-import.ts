import 'server-only'
import * as z from 'zod'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import { conflict, invalid } from '@/lib/errors'
import { oneOf, uuid } from '@/lib/fields'
import { CsvProblem } from '@/lib/imports/csv-reader'
import { delimiters, encodings } from '@/lib/imports/detect'
import type { FileForm } from '@/lib/imports/file-shape'
import { inspectAs } from '@/lib/imports/inspect-file'
import { getImportFile } from '@/lib/imports/queries'
import { parseInput } from '@/lib/parse-input'

const rereadInput = z.strictObject({
  importId: uuid,
  encoding: oneOf(encodings).optional(),
  // Not oneOf, which would trim the tab away.
  delimiter: z.enum(delimiters, 'Choose what stands between the cells.').optional(),
  headerAfter: z.coerce.number().int().min(0).max(11).optional(),
  dateOrder: oneOf(['day first', 'month first']).optional(),
  decimal: oneOf([',', '.']).optional(),
})

/**
 * Reads an uploaded file anew, as somebody says that it is written; what is left out stays as it was found. It is no
 * command, as the upload is none: nothing but the file itself is looked at, and none of it may wait for a transaction.
 *
 * Throws INVALID where it can not be read so, CONFLICT once its import has begun.
 */
export async function rereadImport(actor: Actor, input: unknown): Promise<{ id: string }> {
  authorise(actor, 'import.leads')
  const { importId, ...said } = parseInput(rereadInput, input)
  const { shape } = await getImportFile(actor, importId)
  const { encoding, delimiter, sheet, dateOrder, decimal, headerAfter } = shape
  const isOtherwise = (said.encoding ?? encoding) !== encoding || (said.delimiter ?? delimiter) !== delimiter
  const form: FileForm = {
    encoding: sheet === undefined ? (said.encoding ?? encoding) : encoding,
    delimiter: sheet === undefined ? (said.delimiter ?? delimiter) : delimiter,
    ...(sheet === undefined ? {} : { sheet }),
    ...optional('headerAfter', said.headerAfter ?? (isOtherwise ? undefined : headerAfter)),
    ...optional('dateOrder', said.dateOrder ?? dateOrder),
    ...optional('decimal', said.decimal ?? decimal),
  }
  const found = await inspectAs(importId, form).catch((error: unknown) => {
    throw error instanceof CsvProblem ? invalid({ delimiter: error.message }) : error
  })
  const { count } = await db.import.updateMany({
    where: { id: importId, status: 'uploaded' },
    data: { shape: found.shape, rowsTotal: found.rows },
  })
  if (count === 0) throw conflict('The import of this file has begun already.')
  return { id: importId }
}

const optional = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: Value }
