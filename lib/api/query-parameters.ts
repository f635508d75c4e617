import 'server-only'
import * as z from 'zod'
import { invalid } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'

/**
 * The parameters of the query string, checked. Each is given at most once.
 *
 * Throws INVALID for one that is unknown, doubled or out of range.
 */
export function readParameters<Shape extends z.ZodRawShape>(url: string, shape: Shape): z.output<z.ZodObject<Shape>> {
  // Maps, for a parameter may be called `constructor` or `__proto__`.
  const given = new Map<string, string>()
  const refused = new Map<string, string>()
  for (const [name, value] of new URL(url).searchParams) {
    if (!Object.hasOwn(shape, name)) refused.set(name, 'There is no such parameter.')
    else if (given.has(name)) refused.set(name, 'Give this parameter once.')
    else if (value.includes('\0')) refused.set(name, 'Take out the NUL character.')
    given.set(name, value)
  }
  if (refused.size > 0) throw invalid(Object.fromEntries(refused))
  return parseInput(z.object(shape), Object.fromEntries(given))
}
