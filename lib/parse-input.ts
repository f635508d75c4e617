import type * as z from 'zod'
import { invalid } from '@/lib/errors'
import { fieldMessages } from '@/lib/field-messages'

/** What a schema makes of an input from outside. Throws INVALID with a message a field. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  // Without the input in its issues a field that is not there can't be told from one that is wrong.
  const parsed = schema.safeParse(input, { reportInput: true })
  if (!parsed.success) throw invalid(fieldMessages(parsed.error))
  return parsed.data
}
