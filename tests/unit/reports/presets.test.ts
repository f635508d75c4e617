import { describe, expect, test } from 'vitest'
import { todayIn } from '@/lib/calendar-day'
import { choosePeriod, periodWords } from '@/lib/reports/presets'

const today = '2026-11-23'

describe('the period of the dashboard', () => {
  test('is the last 12 months, from the first of a month, against the year before', () => {
    const chosen = choosePeriod({}, today)
    expect(chosen).toEqual({
      preset: '12m',
      from: '2025-12-01',
      through: '2026-11-23',
      before: { from: '2024-12-01', to: '2025-11-24', words: 'the year before' },
    })
    expect(periodWords(chosen)).toBe('1 Dec 2025 to 23 Nov 2026, compared with the year before')
    expect(choosePeriod({ period: 'decade' }, today)).toEqual(chosen)
  })

  test('of this month is compared with as much of the month before', () => {
    expect(choosePeriod({ period: 'month' }, today)).toMatchObject({
      from: '2026-11-01',
      before: { from: '2026-10-01', to: '2026-10-24' },
    })
    expect(choosePeriod({ period: 'month' }, '2026-03-31').before).toMatchObject({
      from: '2026-02-01',
      to: '2026-03-01',
    })
  })

  test('of this quarter is compared with as much of the quarter before, the last one with the whole before it', () => {
    expect(choosePeriod({ period: 'quarter' }, today)).toMatchObject({
      from: '2026-10-01',
      through: today,
      before: { from: '2026-07-01', to: '2026-08-24' },
    })
    expect(choosePeriod({ period: 'quarter' }, '2026-12-31').before).toMatchObject({ to: '2026-10-01' })
    expect(choosePeriod({ period: 'last-quarter' }, '2027-02-10')).toMatchObject({
      from: '2026-10-01',
      to: '2027-01-01',
      through: '2026-12-31',
      before: { from: '2026-07-01', to: '2026-10-01' },
    })
  })

  test('of this week begins on Monday, and is compared with as much of the week before', () => {
    expect(choosePeriod({ period: 'week' }, '2026-11-25')).toMatchObject({
      from: '2026-11-23',
      through: '2026-11-25',
      before: { from: '2026-11-16', to: '2026-11-19', words: 'the week before' },
    })
    expect(choosePeriod({ period: 'week' }, '2026-11-29')).toMatchObject({ from: '2026-11-23' })
  })

  test('of 30 days counts today, and is compared with the 30 days before', () => {
    expect(choosePeriod({ period: '30d' }, today)).toMatchObject({
      from: '2026-10-25',
      before: { from: '2026-09-25', to: '2026-10-25', words: 'the 30 days before' },
    })
  })

  test('given by its days includes the last one, and is compared with as many days before', () => {
    expect(choosePeriod({ from: '2026-11-01', through: '2026-11-10', period: '30d' }, today)).toEqual({
      preset: null,
      from: '2026-11-01',
      to: '2026-11-11',
      through: '2026-11-10',
      before: { from: '2026-10-22', to: '2026-11-01', words: 'the 10 days before' },
    })
    expect(choosePeriod({ through: '2026-11-10', from: '2026-02-30' }, today)).toEqual({
      preset: null,
      to: '2026-11-11',
      through: '2026-11-10',
      before: null,
    })
  })

  test('is all time without anything to compare it with', () => {
    expect(choosePeriod({ period: 'all' }, today)).toEqual({ preset: 'all', through: today, before: null })
  })

  test('ends on the day that it is at the company', () => {
    expect(todayIn('Pacific/Auckland', new Date('2026-11-22T12:00:00Z'))).toBe('2026-11-23')
  })
})
