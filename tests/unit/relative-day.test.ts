import { describe, expect, test } from 'vitest'
import { edge } from '@/lib/fields'
import { periodInWords } from '@/lib/format/period-in-words'
import { movingPeriodEdge } from '@/lib/period'
import { dayOfWord } from '@/lib/relative-day'

test.each([
  ['today', '2026-11-23'],
  ['today-7d', '2026-11-16'],
  ['TODAY-2w', '2026-11-09'],
  ['today-9m', '2026-02-23'],
  ['today-20y', '2006-11-23'],
  ['week', '2026-11-23'],
  ['last-week', '2026-11-16'],
  ['month', '2026-11-01'],
  ['last-month', '2026-10-01'],
  ['quarter', '2026-10-01'],
  ['last-quarter', '2026-07-01'],
  ['year', '2026-01-01'],
  ['last-year', '2025-01-01'],
])('on Monday 23 November 2026 %s is %s', (word, day) => {
  expect(dayOfWord(word, '2026-11-23')).toBe(day)
})

test('a month before its 31st is its last day, a week of a Sunday began six days before', () => {
  expect(dayOfWord('today-1m', '2026-03-31')).toBe('2026-02-28')
  expect(dayOfWord('today-1y', '2028-02-29')).toBe('2027-02-28')
  expect(dayOfWord('week', '2026-11-29')).toBe('2026-11-23')
  expect(dayOfWord('last-quarter', '2026-02-10')).toBe('2025-10-01')
})

test('today begins where the company is', () => {
  const now = new Date('2026-11-23T12:00:00Z')
  expect(movingPeriodEdge('today', 'Pacific/Kiritimati', now)?.toISOString()).toBe('2026-11-23T10:00:00.000Z')
  expect(movingPeriodEdge('today', 'Europe/Stockholm', now)?.toISOString()).toBe('2026-11-22T23:00:00.000Z')
  expect(movingPeriodEdge('today-5m', 'Europe/Stockholm', now)?.toISOString()).toBe('2026-06-22T22:00:00.000Z')
})

describe('what is no day is refused', () => {
  test.each([
    ...[
      'tomorrow',
      'today-',
      'today-7',
      'today+7d',
      'today--7d',
      'today-7.5d',
      'today-7d7d',
      'today -7d',
      '-7d',
      'now',
    ],
    ...[
      'today-7301d',
      'today-9999y',
      'today-99999999999d',
      'last-today',
      'last-',
      'months',
      'today-7d\n',
      'today\0',
      '',
    ],
  ])('%j', (word) => {
    expect(edge.safeParse(word).success).toBe(false)
  })
})

test.each([
  ['today-7d', undefined, 'Created in the last 7 days'],
  [undefined, 'today-1m', 'Created more than 1 month ago'],
  ['month', undefined, 'Created this month'],
  ['last-month', 'month', 'Created last month'],
  ['last-week', undefined, 'Created since last week'],
  ['2026-11-01', 'today', 'Created since 1 Nov 2026, before today'],
  ['today-30d', '2026-11-20', 'Created in the last 30 days, up to 19 Nov 2026'],
])('from %s to %s is said as "%s"', (from, to, words) => {
  expect(periodInWords('Created', from, to, 'Europe/Stockholm')).toBe(words)
})
