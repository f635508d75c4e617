import 'server-only'
import * as z from 'zod'
import { type FieldMessages, invalid } from '@/lib/errors'
import { fieldMessages } from '@/lib/field-messages'

/**
 * The parameters of the query string, checked. Each is given at most once.
 *
 * Throws INVALID for one that is unknown, doubled or out of range.
 */
export function readParameters<Shape extends z.ZodRawShape>(url: string, shape: Shape): z.output<z.ZodObject<Shape>> {
  const given: Record<string, string> = {}
  const refused: FieldMessages = {}
  for (const [name, value] of new URL(url).searchParams) {
    if (!Object.hasOwn(shape, name)) refused[name] = 'There is no such parameter.'
    else if (name in given) refused[name] = 'Give this parameter once.'
    else if (value.includes('\0')) refused[name] = 'Take out the NUL character.'
    else given[name] = value
  }
  const parsed = z.object(shape).safeParse(given)
  if (parsed.success && Object.keys(refused).length === 0) return parsed.data
  throw invalid({ ...(parsed.error ? fieldMessages(parsed.error) : {}), ...refused })
}
