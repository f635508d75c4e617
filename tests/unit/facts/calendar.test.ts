import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Edges, weeksFrom } from '@/lib/facts/calendar'

test('a moment lies after the last edge that is not later, however unevenly they rise', () => {
  const rising = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 })
  fc.assert(
    fc.property(rising, fc.integer({ min: -1100, max: 1100 }), (unsorted, at) => {
      const edges = unsorted.toSorted((a, b) => a - b)
      expect(new Edges(Float64Array.from(edges)).placeOf(at)).toBe(edges.findLastIndex((edge) => edge <= at))
    }),
  )
})

test('weeks begin on Monday at midnight of the zone, also over the change of its clocks', () => {
  const { mondays, edges } = weeksFrom('2026-03-23', '2026-03-30', 'Europe/Berlin')
  expect(mondays).toEqual(['2026-03-23', '2026-03-30'])
  expect(edges.placeOf(Date.parse('2026-03-22T22:59:59Z'))).toBe(-1)
  expect(edges.placeOf(Date.parse('2026-03-22T23:00:00Z'))).toBe(0)
  expect(edges.placeOf(Date.parse('2026-03-29T21:59:59Z'))).toBe(0)
  expect(edges.placeOf(Date.parse('2026-03-29T22:00:00Z'))).toBe(1)
})
