import { expect, test } from 'vitest'
import { invalid, tooMany } from '@/lib/errors'
import { formFields, withoutUndefined } from '@/lib/forms/form-fields'
import { refusal } from '@/lib/forms/refusal'

function formOf(fields: Record<string, string | string[]>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one)
  return form
}

test('what was left empty is not there', () => {
  const { text, textOrNull, number, numberOrNull, isTicked, all } = formFields(
    formOf({ a: '  ', b: ' x ', t: 'on', l: ['1', '', '2'] }),
  )
  expect([text('a'), text('b'), text('c'), textOrNull('a')]).toEqual([undefined, 'x', undefined, null])
  expect([number('a'), numberOrNull('a'), isTicked('t'), isTicked('u'), all('l')]).toEqual([
    undefined,
    null,
    true,
    false,
    ['1', '2'],
  ])
})

test.each([
  ['1234.5', 1234.5],
  ['1 234,50', 1234.5],
  ['1,234.50', 1234.5],
  ["1'234.50", 1234.5],
  ['-3', -3],
  ['abc', NaN],
])('the number %s is read as %d', (typed, number) => {
  expect(formFields(formOf({ n: typed })).number('n')).toBe(number)
})

test('fields that were not filled in do not reach the input', () => {
  expect(withoutUndefined({ a: undefined, b: { c: undefined, d: null }, e: [undefined] })).toEqual({
    b: { d: null },
    e: [undefined],
  })
})

test('a refusal stands at its field, or above the form where the form has no such field', () => {
  const form = formOf({ email: 'x', password: 'secret', $ACTION_KEY: 'k' })
  expect(refusal(invalid({ email: 'Write an email.', 'company.name': 'Too long.' }), form)).toEqual({
    errors: { email: 'Write an email.' },
    message: 'Too long.',
    values: { email: 'x' },
  })
})

test('any other refusal is the sentence of the whole form, with what was typed kept', () => {
  expect(refusal(tooMany('Wait a minute.', 60), formOf({ email: 'x' }))).toEqual({
    message: 'Wait a minute.',
    values: { email: 'x' },
  })
})
