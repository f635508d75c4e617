import 'server-only'
import * as z from 'zod'
import type { Actor } from '@/lib/access/actor'
import { onceOf } from '@/lib/api/once-of'
import { invalid } from '@/lib/errors'
import { fieldMessages } from '@/lib/field-messages'
import { kindInput, startImportInput } from '@/lib/imports/input'
import { mappingInput } from '@/lib/imports/mapping'
import { startImport } from '@/lib/imports/start-import'
import { discardUpload, uploadImport } from '@/lib/imports/upload-import'

const yesOrNo = z.enum(['true', 'false'], 'Say true or false.').transform((word) => word === 'true')

const mappingText = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    context.addIssue({ code: 'custom', message: 'The mapping is not JSON.', input: text })
    return z.NEVER
  }
})

/** The fields of `POST /imports` beside the file. */
const postedFields = z.strictObject({
  kind: kindInput,
  mapping: mappingText.pipe(mappingInput).optional(),
  handOff: yesOrNo.optional(),
  mode: startImportInput.shape.mode.optional(),
  overwriteWithEmpty: yesOrNo.optional(),
  dryRun: yesOrNo.optional(),
})

/**
 * Takes a file and begins to import it: one request, one import, however often it is sent with its Idempotency-Key.
 * Nothing remains of a file that is refused.
 */
export async function postImport(actor: Actor, request: Request) {
  const { importId, fields, hash } = await uploadImport(actor, request)
  try {
    const parsed = postedFields.safeParse(fields)
    if (!parsed.success) throw invalid(fieldMessages(parsed.error))
    const { mapping, ...order } = parsed.data
    const once = onceOf(request, JSON.stringify([hash, fields.mapping ?? null, order]))
    const input = { importId, ...order, ...(mapping ? { mapping } : {}) }
    const started = await startImport(actor, input, once ? { once } : {})
    if (started.id !== importId) await discardUpload(importId)
    return started
  } catch (error) {
    await discardUpload(importId)
    throw error
  }
}
