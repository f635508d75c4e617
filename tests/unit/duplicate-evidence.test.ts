import { expect, test } from 'vitest'
import { type Comparable, evidenceInWords, evidenceOf, strengthOf } from '@/lib/duplicates/evidence'
import { personKey, phoneKey } from '@/lib/duplicates/keys'

const anna: Comparable = {
  firstName: 'Anna',
  lastName: 'Bergström',
  email: null,
  phone: null,
  companyKey: 'norrland ab',
}
const alike = (one: Partial<Comparable>, other: Partial<Comparable>) =>
  evidenceOf({ ...anna, ...one }, { ...anna, ...other })

test('a telephone is the same however it is written; an extension is none', () => {
  expect(['+46 8 123 456 78', '08-123 456 78', '0046812345678', '(8) 12345678'].map(phoneKey)).toEqual([
    '812345678',
    '812345678',
    '812345678',
    '812345678',
  ])
  expect(['1234', 'ext. 12', '', null].map(phoneKey)).toEqual([null, null, null, null])
})

test('a name is the same without accents, case and order', () => {
  expect(personKey('ANNA', 'Bergström')).toBe(personKey('Bergstrom,', 'anna'))
  expect(personKey(null, null)).toBe('')
})

test('the same name at the same company is suspected, elsewhere or without a company it is not', () => {
  expect(alike({}, { firstName: 'anna' })).toEqual(['same_name'])
  expect(alike({}, { companyKey: 'südwerk' })).toEqual([])
  expect(alike({ companyKey: null }, { companyKey: null })).toEqual([])
  expect(alike({ firstName: null }, { firstName: null })).toEqual([])
})

test('one letter more, less, other or swapped is nearly the same name; two letters or a short name are not', () => {
  for (const firstName of ['Ana', 'Annna', 'Anja', 'Canna', 'Nana', 'Nora'])
    expect([firstName, alike({ lastName: 'Berg' }, { firstName, lastName: 'Berg' })]).toEqual([
      firstName,
      firstName === 'Nora' ? [] : ['similar_name'],
    ])
  expect(alike({}, { firstName: 'Anan' })).toEqual(['similar_name'])
  expect(alike({ firstName: 'Bo', lastName: 'Li' }, { firstName: 'Bu', lastName: 'Li' })).toEqual([])
})

test('the same address is said of two external ids, the same telephone of anybody', () => {
  expect(alike({ email: 'a@b.example' }, { email: 'a@b.example', companyKey: null })).toEqual(['same_email'])
  expect(alike({ phone: '+46 8 123 456 78' }, { phone: '0812345678', firstName: 'Karl' })).toEqual(['same_phone'])
})

test('more evidence is surer, and never certain', () => {
  expect(strengthOf([])).toBe(0)
  expect(strengthOf(['same_phone'])).toBe(50)
  expect(strengthOf(['same_name', 'same_phone'])).toBe(90)
  expect(strengthOf(['same_email', 'same_name', 'same_phone'])).toBeLessThan(100)
  expect(evidenceInWords(['same_name', 'same_phone'])).toBe('same name at the same company, same phone')
})
