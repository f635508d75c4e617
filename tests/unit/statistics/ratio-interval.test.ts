import { describe, expect, test } from 'vitest'
import { ratioInterval } from '@/lib/statistics/ratio-interval'

const sumsOf = (cases: [number, number][]) => ({
  cases: cases.length,
  ...cases.reduce(
    (sums, [x, y]) => ({
      x: sums.x + x,
      y: sums.y + y,
      xx: sums.xx + x * x,
      xy: sums.xy + x * y,
      yy: sums.yy + y * y,
    }),
    { x: 0, y: 0, xx: 0, xy: 0, yy: 0 },
  ),
})

describe('how much goes in for one that comes out', () => {
  // The ends are where Fieller's statistic, mean(d) / (sd(d) / sqrt(n)) of d = x - r * y, is qnorm(.975) and -qnorm(.975),
  // found with uniroot(..., tol = 1e-15) of R 4.2.2.
  test('has the interval of Fieller', () => {
    const touches = [3, 0, 7, 5, 2, 9, 4, 6, 1, 8, 0, 5]
    const isWon = [1, 0, 1, 0, 0, 1, 1, 1, 0, 1, 0, 1]
    const leads = [1, 2, 3].flatMap(() => touches.map((each, n): [number, number] => [each, isWon[n] ?? 0]))
    const interval = ratioInterval(sumsOf(leads))
    expect(interval?.ratio).toBeCloseTo(7.1428571428571432, 12)
    expect(interval?.low).toBeCloseTo(5.9574862275332769, 9)
    expect(interval?.high).toBeCloseTo(8.7948761158981998, 9)
  })

  test('is a mean with its usual interval where each is one: mean(v) ± qnorm(.975) * sd(v) / sqrt(6) of R', () => {
    const values = [1200, 950.5, 3100, 780, 15000, 2250]
    expect(ratioInterval(sumsOf(values.map((value) => [value, 1])))).toEqual({
      ratio: expect.closeTo(3880.0833333333335, 9),
      low: expect.closeTo(-535.91560741688818, 9),
      high: expect.closeTo(8296.0822740835556, 9),
    })
  })

  test('has no interval where it may be that nothing comes out, and for a single case', () => {
    expect(ratioInterval(sumsOf([[4, 1], ...Array.from({ length: 30 }, (): [number, number] => [2, 0])]))).toBeNull()
    expect(ratioInterval(sumsOf([[4, 1]]))).toBeNull()
    expect(
      ratioInterval(
        sumsOf([
          [4, 0],
          [2, 0],
        ]),
      ),
    ).toBeNull()
  })
})
