import type { z } from 'zod'

/** Ends the script with a sentence for the person at the terminal. */
export function refuse(sentence: string): never {
  console.log(sentence)
  process.exit(1)
}

/** The options of the command line, checked; ends the script with the first thing that is wrong. */
export function commandInput<T>(schema: z.ZodType<T>): T {
  const { success, data, error } = schema.safeParse(JSON.parse(process.env.BATON_INPUT ?? '{}'))
  if (success) return data
  const [issue] = error.issues
  refuse(`--${issue?.path.join('.')}: ${issue?.message}`)
}
