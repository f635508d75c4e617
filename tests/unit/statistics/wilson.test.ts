import { describe, expect, test } from 'vitest'
import { wilsonInterval } from '@/lib/statistics/wilson'

describe('the interval of a share', () => {
  // The examples of R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17
  // (1998), table I, method 3 (0.2553 to 0.3662, 0.0624 to 0.1605, 0 to 0.1611, 0.0061 to 0.1718), with the digits of R 4.2.2:
  // prop.test(count, total, correct = FALSE)$conf.int.
  test.each([
    [81, 263, 0.25528851987827428, 0.36620957698280016],
    [15, 148, 0.062386399530736283, 0.160487241723308],
    [0, 20, 0, 0.1611251580528193],
    [1, 29, 0.006113214292762661, 0.171755218793202824],
  ])('of %i in %i is the published one', (count, total, low, high) => {
    const interval = wilsonInterval(count, total)
    expect(interval.low).toBeCloseTo(low, 12)
    expect(interval.high).toBeCloseTo(high, 12)
  })

  test('never leaves 0 to 1, and mirrors for the other share', () => {
    const all = wilsonInterval(20, 20)
    expect(all).toEqual({ low: expect.closeTo(0.83887484194718065, 12), high: 1 })
  })

  test('is refused for a share of nothing', () => {
    expect(() => wilsonInterval(0, 0)).toThrow(RangeError)
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError)
  })
})
