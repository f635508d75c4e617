import type * as z from 'zod'
import type { FieldMessages } from '@/lib/errors'

/** A field that is not there says so, whatever kind it should be; what a rule of ours says stands. */
const words = ({ code, message, input }: z.core.$ZodIssue) =>
  code !== 'custom' && input === undefined ? 'This is missing.' : message

/** The messages of a zod error by the dotted path of their field, the first of each. An unknown field names itself. */
export function fieldMessages(error: z.ZodError): FieldMessages {
  const messages: FieldMessages = {}
  for (const issue of error.issues) {
    const path = issue.path.map(String)
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) messages[[...path, key].join('.')] ??= 'There is no such field.'
      continue
    }
    messages[path.join('.')] ??= words(issue)
  }
  return messages
}
