import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Sample } from '@/lib/statistics/median'

test('the median is the middle of the sorted numbers, whatever their order and however many are equal', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 })), (numbers) => {
      const sample = new Sample(numbers.length)
      for (const number of numbers) sample.add(number)
      const sorted = numbers.toSorted((a, b) => a - b)
      const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
      expect(sample.median()).toBe(low === undefined || high === undefined ? null : (low + high) / 2)
    }),
  )
})

test('a missing number is none, and one too many is refused', () => {
  const sample = new Sample(1)
  sample.add(NaN)
  expect(sample.median()).toBeNull()
  sample.add(3)
  expect(() => sample.add(4)).toThrow(RangeError)
  expect(sample.median()).toBe(3)
})
