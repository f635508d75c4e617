import type * as z from 'zod'
import { currencyCode, emailAddress, employees, money, text } from '@/lib/fields'
import { parseAmount, parseWhole } from '@/lib/imports/amounts'
import { fieldLabel, type ImportField } from '@/lib/imports/fields'
import { parseMoment } from '@/lib/imports/moments'
import { type MappedRow, RowProblem } from '@/lib/imports/read-row'
import { ourWord, wordsOf } from '@/lib/imports/words'
import type { ImportKind } from '@/prisma/generated/enums'

/** What reading a cell needs to know besides the cell. */
export type Surroundings = { timeZone: string; now: Date; orByEmail: boolean }

/** The rules of texts by their length, made once. */
const texts = new Map<number, ReturnType<typeof text>>()

function textUpTo(max: number): ReturnType<typeof text> {
  const rule = texts.get(max) ?? text(max)
  texts.set(max, rule)
  return rule
}

const shortened = (cell: string) => (cell.length > 60 ? `${cell.slice(0, 60)}…` : cell)

/** A few words are named; of many it is said where they stand. */
const noneOf = (words: string[]) =>
  words.length > 10
    ? 'This is none of ours. Choose which of ours it means when you map the columns.'
    : `This is none of ${words.join(', ')}.`

/** Reads the cells of one row, field by field; each throws RowProblem that names field and cell. */
export function cellsOf(kind: ImportKind, row: MappedRow, { timeZone, now }: Surroundings) {
  const refuse = (field: ImportField, message: string): never => {
    const cell = row.original[field] ?? row.text[field] ?? ''
    throw new RowProblem(`${fieldLabel(kind, field)} "${shortened(cell)}": ${message}`)
  }
  const checked = <Value>(field: ImportField, schema: z.ZodType<Value>, input: unknown): Value => {
    const parsed = schema.safeParse(input)
    return parsed.success ? parsed.data : refuse(field, parsed.error.issues[0]?.message ?? 'This can not be read.')
  }
  return {
    refuse,
    text: (field: ImportField, max: number) =>
      row.text[field] === undefined ? undefined : checked(field, textUpTo(max), row.text[field]),
    email: (field: ImportField) =>
      row.text[field] === undefined ? undefined : checked(field, emailAddress, row.text[field]),
    word<Word extends string>(field: ImportField): Word | undefined {
      const cell = row.text[field]
      if (cell === undefined) return undefined
      const words = wordsOf[field]?.map(({ value }) => value) ?? []
      return (ourWord(field, cell) ?? refuse(field, noneOf(words))) as Word
    },
    amount(field: ImportField): number | undefined {
      const cell = row.text[field]
      if (cell === undefined) return undefined
      return checked(
        field,
        money,
        parseAmount(cell, row.decimals[field]) ?? refuse(field, 'Write an amount as a number.'),
      )
    },
    /** None where there is 0: files write it for companies of which nobody knows. */
    people(field: ImportField): number | undefined {
      const cell = row.text[field]
      if (cell === undefined) return undefined
      const count = parseWhole(cell) ?? refuse(field, 'Write a whole number of people.')
      return count === 0 ? undefined : checked(field, employees, count)
    },
    currency: (field: ImportField) =>
      row.text[field] === undefined ? undefined : checked(field, currencyCode, row.text[field]),
    /** A moment that has been; clocks may differ by a minute. */
    past(field: ImportField): Date | undefined {
      const cell = row.text[field]
      if (cell === undefined) return undefined
      const at = parseMoment(cell, timeZone, row.orders[field])
      if (!at) return refuse(field, 'This is no date that can be read. Write it as 2026-11-23 or 2026-11-23 10:42.')
      if (at.getTime() > now.getTime() + 60_000) return refuse(field, 'This lies in the future.')
      if (at.getUTCFullYear() < 1970) return refuse(field, 'This is before 1970.')
      return at > now ? now : at
    },
  }
}
