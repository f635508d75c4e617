import { describe, expect, test } from 'vitest'
import { parseAmount, parseWhole, parseYesNo } from '@/lib/imports/amounts'
import { parseMoment } from '@/lib/imports/moments'

const at = (text: string, zone = 'Europe/Stockholm', order?: 'day first' | 'month first') =>
  parseMoment(text, zone, order)?.toISOString()

describe('dates', () => {
  test('ISO dates with a zone are that moment; without one they are in the zone of the company', () => {
    expect(at('2018-02-26T19:58:54Z')).toBe('2018-02-26T19:58:54.000Z')
    expect(at('2018-02-26 19:58:54+02:00')).toBe('2018-02-26T17:58:54.000Z')
    expect(at('2018-02-26 19:58:54')).toBe('2018-02-26T18:58:54.000Z')
    expect(at('2018-07-01')).toBe('2018-06-30T22:00:00.000Z')
    expect(at('2018/07/01 10:42:05.25', 'UTC')).toBe('2018-07-01T10:42:05.250Z')
  })

  test('the value itself says whether day or month comes first, else the column does, else the day', () => {
    expect(at('25/12/2017', 'UTC')).toBe('2017-12-25T00:00:00.000Z')
    expect(at('12/25/2017', 'UTC')).toBe('2017-12-25T00:00:00.000Z')
    expect(at('03/04/2017', 'UTC')).toBe('2017-04-03T00:00:00.000Z')
    expect(at('03/04/2017 2:05 PM', 'UTC', 'month first')).toBe('2017-03-04T14:05:00.000Z')
    expect(at('3.4.2017', 'UTC', 'month first')).toBe('2017-04-03T00:00:00.000Z')
  })

  test('months may be words', () => {
    expect(at('5 Feb 2018', 'UTC')).toBe('2018-02-05T00:00:00.000Z')
    expect(at('February 5, 2018 12:30 am', 'UTC')).toBe('2018-02-05T00:30:00.000Z')
  })

  test('what is no date is none', () => {
    for (const odd of ['', 'soon', '30/02/2018', '2018-13-01', '2018-02-01 25:00', '01/02/18', '43132', '5 Fob 2018'])
      expect(at(odd)).toBeUndefined()
  })
})

describe('amounts and yes or no', () => {
  test('decimal points, decimal commas, thousands and currencies', () => {
    const read = [
      '86000',
      '86 000 kr',
      '1.234,50',
      '1,234.50',
      '1,5',
      '1,234',
      '1.234.567',
      '€ 12.50',
      'USD 1,000,000.00',
      '0.0',
    ].map((text) => parseAmount(text))
    expect(read).toEqual([86000, 86000, 1234.5, 1234.5, 1.5, 1234, 1234567, 12.5, 1000000, 0])
  })

  test('what is never cut has no decimals: a mark before three digits stands between thousands', () => {
    const read = (...texts: string[]) => texts.map((text) => parseWhole(text))
    expect(read('40', '1,200', '1.200', '1 200', "1'200'000", '40.0', '40,00', '0')).toEqual([
      40, 1200, 1200, 1200, 1_200_000, 40, 40, 0,
    ])
    expect(read('', '1.5', '11-50', '-3', '500+', 'many', '1,20')).toEqual(Array(7).fill(undefined))
  })

  test('below zero is below zero, and words are no amounts', () => {
    expect(['-5', '(120.00)'].map((text) => parseAmount(text))).toEqual([-5, -120])
    expect(['', 'much', '1,2,3', '1.2.3,4.5', '12 apples and 3'].map((text) => parseAmount(text))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  test('yes and no in the words of tables', () => {
    expect(['TRUE', 'yes', '1', 'No', 'false', 'maybe'].map(parseYesNo)).toEqual([
      true,
      true,
      true,
      false,
      false,
      undefined,
    ])
  })
})
