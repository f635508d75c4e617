import * as z from 'zod'
import { oneOf, uuid } from '@/lib/fields'
import { mergeFields } from '@/lib/merges/merged-facts'

export const mergeLeadsInput = z
  .strictObject({
    keptId: uuid,
    goneId: uuid,
    /** The versions of both that were looked at; left out: whatever is there. */
    versions: z.strictObject({ kept: z.int(), gone: z.int() }).optional(),
    /** Whose fact is kept; what is left out is settled by the rule. */
    fields: z
      .partialRecord(z.enum(mergeFields, `Name fields among ${mergeFields.join(', ')}.`), oneOf(['kept', 'gone']))
      .default({}),
  })
  .refine(({ keptId, goneId }) => keptId !== goneId, { path: ['goneId'], message: 'Choose two different leads.' })

export const undoMergeInput = z.strictObject({ mergeId: uuid })
