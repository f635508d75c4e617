import { describe, expect, test } from 'vitest'
import { chanceOfSameRates, chiSquareTail } from '@/lib/statistics/chi-square'

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

describe('the test whether rates are the same', () => {
  // Aspirin and heart attacks, 189 of 11,034 against 104 of 11,037: the physicians' health study in A. Agresti, "Categorical
  // Data Analysis" (2002), chapter 2. The digits of both are those of R 4.2.2: chisq.test(table, correct = FALSE)$p.value.
  test('gives the chance of the reference', () => {
    const aspirin = [
      { atRisk: 11_034, events: 189 },
      { atRisk: 11_037, events: 104 },
    ]
    expect((chanceOfSameRates(aspirin) ?? 0) / 5.691896973740796e-7).toBeCloseTo(1, 9)
    const wins = [20, 15, 9, 6, 4, 2]
    const touches = [1000, 700, 480, 300, 180, 90].map((atRisk, index) => ({ atRisk, events: wins[index] ?? 0 }))
    expect(chanceOfSameRates(touches)).toBeCloseTo(0.99950247940357928, 9)
  })

  test('says nothing where there is nothing to compare', () => {
    expect(chanceOfSameRates([])).toBeNull()
    expect(chanceOfSameRates([{ atRisk: 10, events: 5 }])).toBeNull()
    const all = { atRisk: 10, events: 10 }
    expect(chanceOfSameRates([all, all])).toBeNull()
    expect(chanceOfSameRates([all, all].map(({ atRisk }) => ({ atRisk, events: 0 })))).toBeNull()
  })
})
