import type * as z from 'zod'
import type { FieldMessages } from '@/lib/errors'

/** A field that is not there says so, whatever kind it should be; what a rule of ours says stands. */
const words = ({ code, message, input }: z.core.$ZodIssue) =>
  code !== 'custom' && input === undefined ? 'This is missing.' : message

/** The messages of a zod error by the dotted path of their field, the first of each. An unknown field names itself. */
export function fieldMessages(error: z.ZodError): FieldMessages {
  // A map, for a field may be called `constructor` or `__proto__`.
  const messages = new Map<string, string>()
  const say = (path: PropertyKey[], message: string) => {
    const name = path.map(String).join('.')
    if (!messages.has(name)) messages.set(name, message)
  }
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) say([...issue.path, key], 'There is no such field.')
    else say(issue.path, words(issue))
  }
  return Object.fromEntries(messages)
}
