import * as z from 'zod'
import { oneOf, uuid } from '@/lib/fields'
import { mappingInput } from '@/lib/imports/mapping'
import { ImportKind, ImportMode } from '@/prisma/generated/enums'

export const kindInput = oneOf(Object.values(ImportKind))

export const startImportInput = z.strictObject({
  importId: uuid,
  kind: kindInput,
  /** Left out: by the names of the headers. */
  mapping: mappingInput.optional(),
  /** Offer to Sales what becomes warm. */
  handOff: z.boolean('Say true or false.').default(false),
  /** Which rows of leads are taken in; the others are skipped. */
  mode: oneOf(Object.values(ImportMode)).default('both'),
  /** Let empty cells take away what known leads have. */
  overwriteWithEmpty: z.boolean('Say true or false.').default(false),
  /** Propose this mapping for the next file with the same headers. */
  remember: z.boolean('Say true or false.').default(false),
  /** Call fields in refusals as pages do, not as mappings. */
  inLabels: z.boolean('Say true or false.').default(false),
  /** Count what would be done, and do nothing. */
  dryRun: z.boolean('Say true or false.').default(false),
})

export const importIdInput = z.strictObject({ importId: uuid })

export const repeatImportInput = z.strictObject({ importId: uuid, kind: kindInput })
