import { expect, test } from 'vitest'
import * as z from 'zod'
import type { DomainError } from '@/lib/errors'
import { emailAddress, text } from '@/lib/fields'
import { parseInput } from '@/lib/parse-input'

const schema = z.strictObject({
  name: text(5),
  email: emailAddress.optional(),
  company: z.strictObject({ size: z.number('Write a number.') }).optional(),
})

function refused(input: unknown): DomainError {
  try {
    parseInput(schema, input)
  } catch (error) {
    return error as DomainError
  }
  throw new Error('It was taken.')
}

test('what is right comes out as the schema makes it', () => {
  expect(parseInput(schema, { name: ' Ines ', email: 'INES@norrland.example' })).toEqual({
    name: 'Ines',
    email: 'ines@norrland.example',
  })
})

test('what is missing says so, what is wrong says why, what is unknown is named', () => {
  expect(refused({}).fields).toEqual({ name: 'This is missing.' })
  expect(refused({ name: 'Ines Norrland', email: 'ines', company: { size: '3' }, owner: 1 }).fields).toEqual({
    name: 'Use at most 5 characters.',
    email: 'Write an email address, such as ines@norrland.example.',
    'company.size': 'Write a number.',
    owner: 'There is no such field.',
  })
})

test('the first message is the sentence of the whole', () => {
  expect(refused({ name: ' ' }).message).toBe('Write something here, or leave it out.')
})
