import { describe, expect, test } from 'vitest'
import { chiSquareTail } from '@/lib/statistics/chi-square'

describe('the tail of the chi-square distribution', () => {
  // R 4.2.2: pchisq(value, freedom, lower.tail = FALSE).
  test.each([
    [3.841458820694124, 1, 0.049999999999999975],
    [10, 5, 0.075235246146512197],
    [0.5, 3, 0.91889141165467592],
    [60, 20, 7.1217508628155784e-6],
    [18.307, 10, 0.050000589091398123],
    [0.001, 2, 0.99950012497916929],
    [40, 3, 1.0655090334255863e-8],
    [150, 40, 1.2397921541617169e-14],
    [0, 4, 1],
  ])('beyond %d with %i degrees of freedom is that of the reference', (value, freedom, tail) => {
    expect(chiSquareTail(value, freedom) / tail).toBeCloseTo(1, 11)
  })

  test('is refused where there is none', () => {
    expect(() => chiSquareTail(-1, 1)).toThrow(RangeError)
    expect(() => chiSquareTail(1, 0)).toThrow(RangeError)
    expect(() => chiSquareTail(Number.NaN, 1)).toThrow(RangeError)
  })
})
