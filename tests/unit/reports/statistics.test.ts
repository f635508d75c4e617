import { describe, expect, test } from 'vitest'
import { kaplanMeier } from '@/lib/reports/kaplan-meier'
import { wilsonInterval } from '@/lib/reports/wilson'

describe('the interval of a share', () => {
  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I,
  // method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is the published one', (count, total, low, high) => {
    const interval = wilsonInterval(count, total)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  test('never leaves 0 to 1, and mirrors for the other share', () => {
    const all = wilsonInterval(20, 20)
    expect(all).toEqual({ low: expect.closeTo(1 - 0.1611, 4), high: 1 })
  })

  test('is refused for a share of nothing', () => {
    expect(() => wilsonInterval(0, 0)).toThrow(RangeError)
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError)
  })
})

describe('the curve of those still under way', () => {
  // Remission times of 21 patients on 6-mercaptopurine: E. A. Gehan, Biometrika 52 (1965), 203-223; the estimate and
  // its standard errors as in J. P. Klein and M. L. Moeschberger, "Survival Analysis" (2003), table 4.1A.
  const remissions = [
    [6, 21, 3, 0.857, 0.076],
    [7, 17, 1, 0.807, 0.087],
    [10, 15, 1, 0.753, 0.096],
    [13, 12, 1, 0.69, 0.107],
    [16, 11, 1, 0.627, 0.114],
    [22, 7, 1, 0.538, 0.128],
    [23, 6, 1, 0.448, 0.135],
  ] as const

  test('is the published one, with its standard errors', () => {
    const curve = kaplanMeier(remissions.map(([, atRisk, events]) => ({ atRisk, events })))
    remissions.forEach(([, , , survival, standardError], index) => {
      const point = curve[index]
      expect(point?.survival).toBeCloseTo(survival, 3)
      const error = ((point?.survival ?? 0) - (point?.low ?? 0)) / 1.96
      expect(Math.abs(error - standardError)).toBeLessThan(0.001)
    })
  })

  test('does not move where nothing happens, and ends at 0 with an interval that is not nothing', () => {
    const [first, second, third] = kaplanMeier([
      { atRisk: 10, events: 5 },
      { atRisk: 4, events: 0 },
      { atRisk: 2, events: 2 },
    ])
    expect(second).toEqual(first)
    expect(third).toEqual({ survival: 0, low: 0, high: first?.high })
  })

  test('is refused when more happens than can', () => {
    expect(() => kaplanMeier([{ atRisk: 1, events: 2 }])).toThrow(RangeError)
  })
})
