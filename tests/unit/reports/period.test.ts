import { describe, expect, test } from 'vitest'
import { settlePeriod } from '@/lib/reports/period'

const now = new Date('2026-11-23T10:00:00Z')
const settle = (asked: Parameters<typeof settlePeriod>[0], zone = 'Europe/Stockholm') => settlePeriod(asked, zone, now)
const refused = (field: string) =>
  expect.objectContaining({ code: 'INVALID', fields: { [field]: expect.any(String) as string } })

describe('the period of a report', () => {
  test('begins and ends at midnight of the company', () => {
    expect(settle({ from: '2026-11-01', to: '2026-11-23' })).toMatchObject({
      from: new Date('2026-10-31T23:00:00Z'),
      to: new Date('2026-11-22T23:00:00Z'),
      asOf: null,
    })
  })

  test('takes moments as they are, and open ends', () => {
    expect(settle({ from: '2026-11-01T00:00:00Z' })).toMatchObject({ from: new Date('2026-11-01T00:00:00Z'), to: null })
  })

  test('may be empty, but not end before it begins', () => {
    expect(settle({ from: '2026-11-01', to: '2026-11-01' })).toMatchObject({ from: settle({ to: '2026-11-01' }).to })
    expect(() => settle({ from: '2026-11-02', to: '2026-11-01' })).toThrow(refused('from'))
  })

  test('is read as of the end of a day, as of today now, and never as of the future', () => {
    expect(settle({ asOf: '2026-10-24' }).asOf).toEqual(new Date('2026-10-24T22:00:00Z'))
    expect(settle({ asOf: '2026-10-25' }).asOf).toEqual(new Date('2026-10-25T23:00:00Z'))
    expect(settle({ asOf: '2026-11-23' }).asOf).toEqual(now)
    expect(settle({ asOf: '2026-11-23T09:00:00+01:00' }).asOf).toEqual(new Date('2026-11-23T08:00:00Z'))
    expect(() => settle({ asOf: '2026-11-24' })).toThrow(refused('asOf'))
    expect(() => settle({ asOf: '2026-11-23T10:00:01Z' })).toThrow(refused('asOf'))
  })
})
