import { describe, expect, test } from 'vitest'
import { formatMoney, formatPercent } from '@/lib/format/format-number'
import { formatDay, formatDue, formatMoment, formatRelative } from '@/lib/format/format-time'

const zone = 'Europe/Berlin'
const now = new Date('2026-11-23T11:00:00Z')
const relative = (at: string) => formatRelative(new Date(at), zone, now)

describe('times as people say them', () => {
  test('near ones by distance', () => {
    expect(relative('2026-11-23T10:59:40Z')).toBe('just now')
    expect(relative('2026-11-23T10:35:00Z')).toBe('25 min ago')
    expect(relative('2026-11-23T09:00:00Z')).toBe('2h ago')
    expect(relative('2026-11-23T11:25:00Z')).toBe('in 25 min')
  })
  test('days are those of the company: 23:30 UTC is the next day in Berlin', () => {
    expect(relative('2026-11-21T23:30:00Z')).toBe('yesterday 00:30')
    expect(formatDay(new Date('2026-11-21T23:30:00Z'), zone)).toBe('22 Nov 2026')
  })
  test('this week by weekday, then by date, then with the year', () => {
    expect(relative('2026-11-19T09:12:00Z')).toBe('Thu 10:12')
    expect(relative('2026-11-12T09:12:00Z')).toBe('12 Nov')
    expect(relative('2025-11-12T09:12:00Z')).toBe('12 Nov 2025')
  })
  test('in full with its weekday', () => {
    expect(formatMoment(new Date('2026-11-12T09:12:00Z'), zone)).toBe('Thu 12 Nov 2026, 10:12')
  })
  test('a promise says what is left or how late it is', () => {
    expect(formatDue(38 * 60_000, false)).toBe('38 min left')
    expect(formatDue(72 * 60_000, false)).toBe('1h 12m left')
    expect(formatDue(-25 * 60_000, true)).toBe('Overdue 25 min')
  })
})

describe('numbers as people read them', () => {
  test('shares: one decimal only where it matters', () => {
    expect(formatPercent(0.045)).toBe('4.5%')
    expect(formatPercent(0.81)).toBe('81%')
    expect(formatPercent(0)).toBe('0%')
    expect(formatPercent(null)).toBe('–')
  })
  test('money without needless cents, unknown currencies written out', () => {
    expect(formatMoney(86000, 'EUR')).toBe('€86,000')
    expect(formatMoney(12.5, 'EUR')).toBe('€12.50')
    expect(formatMoney(5, '??')).toBe('5 ??')
  })
})
