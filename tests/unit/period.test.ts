import { expect, test } from 'vitest'
import { periodEdge } from '@/lib/period'

test.each([
  ['2026-11-23', '2026-11-22T23:00:00.000Z'],
  ['2026-07-01', '2026-06-30T22:00:00.000Z'],
  ['2026-11-23T10:30', '2026-11-23T09:30:00.000Z'],
  ['2026-11-23T10:30:15.5', '2026-11-23T09:30:15.500Z'],
  ['2026-11-23T10:30:00Z', '2026-11-23T10:30:00.000Z'],
  ['2026-11-23T10:30:00-05:00', '2026-11-23T15:30:00.000Z'],
])('in Stockholm %s is %s', (edge, moment) => {
  expect(periodEdge(edge, 'Europe/Stockholm')?.toISOString()).toBe(moment)
})

test.each([
  '2026-02-30',
  '2026-13-01',
  '2026-11-23T25:00',
  'yesterday',
  'T',
  '',
  '0001-01-01',
  '2300-01-01',
  '2026-11-23 10:00',
])('%s is no edge of a period', (edge) => {
  expect(periodEdge(edge, 'Europe/Stockholm')).toBeNull()
})
