import * as z from 'zod'
import { periodEdge } from '@/lib/period'
import { relativeDayInWords } from '@/lib/relative-day'

/** The kinds of fields that inputs are made of, each with words that say what to do. */

/** One line or more of text: trimmed, not empty, at most `max` characters, no NUL (Postgres cannot store one). */
export const text = (max: number) =>
  z
    .string('Write text here.')
    .trim()
    .min(1, 'Write something here, or leave it out.')
    .max(max, `Use at most ${max} characters.`)
    .refine(
      (value) => !value.includes('\0') && value.isWellFormed(),
      'Take out the characters that cannot be stored (NUL, half emoji).',
    )

export const uuid = z.guid('This is not an id of Baton.').toLowerCase()

export const emailAddress = z
  .string('Write an email address.')
  .trim()
  .toLowerCase()
  .max(320, 'Use at most 320 characters.')
  .pipe(z.email('Write an email address, such as ines@norrland.example.'))

/** Lower case, without protocol, www. and path. */
export const domainName = z
  .string('Write a domain, such as norrland.example.')
  .trim()
  .toLowerCase()
  .transform((value) =>
    value
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, '')
      .replace(/[/?#].*$/, ''),
  )
  .pipe(
    z
      .string()
      .max(253, 'Use at most 253 characters.')
      .regex(
        /^([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]*$/u,
        'Write a domain, such as norrland.example.',
      ),
  )

const mostMoney = 999_999_999_999.99

/** An amount of money, zero or more, kept to the cent. */
export const money = z
  .number('Write an amount as a number.')
  .min(0, 'An amount is never below zero.')
  .max(mostMoney, 'This amount is too large.')
  .transform((value) => Math.round(value * 100) / 100)

export const currencyCode = z
  .string('Write a currency of three letters, such as EUR.')
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, 'Write a currency of three letters, such as EUR.')

const earliest = new Date('1970-01-01T00:00:00Z')
const latest = new Date('2200-01-01T00:00:00Z')
const sane = (value: Date) => value >= earliest && value < latest

/** A moment: ISO 8601 with a zone (or Z), between 1970 and 2200. */
export const instant = z
  .union(
    [z.iso.datetime({ offset: true }).transform((value) => new Date(value)), z.date()],
    'Write a time such as 2026-11-23T10:42:00Z.',
  )
  .refine(sane, 'Write a time between 1970 and 2200.')

/** A calendar day without a time, as midnight UTC. */
export const day = z
  .union(
    [z.iso.date().transform((value) => new Date(`${value}T00:00:00Z`)), z.date()],
    'Write a day such as 2026-11-23.',
  )
  .refine(sane, 'Write a day between 1970 and 2200.')

/**
 * An edge of a period, as written: a day, a moment, or a day that moves along (lib/relative-day.ts). In which zone days begin
 * is settled by who reads it.
 */
export const edge = z
  .string()
  .refine(
    (value) => relativeDayInWords(value) !== null || periodEdge(value, 'UTC') !== null,
    'Write a day such as 2026-11-23, a moment, or a day that moves along: today, today-30d (d, w, m, y; at most 20 years), week, month, quarter, year, last-month.',
  )

/** A whole number, zero or more, as an address writes it. */
export const count = z
  .string()
  .regex(/^\d{1,6}$/, 'Write a whole number, zero or more.')
  .transform(Number)

const mostEmployees = 9_999_999

/** How many people work at a company: one or more. */
export const employees = z
  .int('Write a whole number of people.')
  .min(1, 'Write 1 or more people, or leave it out.')
  .max(mostEmployees, 'No company has so many people.')

/** An edge of amounts to filter by, as an address writes it. */
export const amountEdge = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,2})?$/, 'Write an amount such as 2500 or 99.50.')
  .transform(Number)

/** The same as an edge of a range, as an address writes it; zero is one too. */
export const employeesEdge = z
  .string()
  .regex(/^\d{1,7}$/, 'Write a whole number of people.')
  .transform(Number)

/** One of a named list, in any case, as the list has it. */
export function oneOf<const Word extends string>(words: readonly Word[]) {
  const sentence = `Choose one of ${words.join(', ')}.`
  return z.string(sentence).transform((value, context): Word => {
    const word = words.find((known) => known.toLowerCase() === value.trim().toLowerCase())
    if (word !== undefined) return word
    context.addIssue({ code: 'custom', message: sentence, input: value })
    return z.NEVER
  })
}

/** A field that has to be filled, with a sentence of its own for when it is not there: `must('Choose a reason.', oneOf(reasons))`. */
export const must = <Field extends z.ZodType>(sentence: string, field: Field) =>
  z
    .any()
    .refine((value: unknown) => value !== undefined, sentence)
    .pipe(field)
