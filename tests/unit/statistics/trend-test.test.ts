import { describe, expect, test } from 'vitest'
import { chanceOfNoTrend } from '@/lib/statistics/trend-test'

const momentsOf = (atRisk: number[], events: number[]) =>
  atRisk.map((count, index) => ({ atRisk: count, events: events[index] ?? 0 }))

describe('the test whether rates rise and fall', () => {
  // R 4.2.2, with x the place from 0 and r the events of n:
  // anova(glm(cbind(r, n - r) ~ 1, binomial), glm(cbind(r, n - r) ~ x + I(x^2), binomial), test = "Rao"),
  // both with control = list(epsilon = 1e-16).
  // The last but one is alcohol and malformation in A. Agresti, "Categorical Data Analysis" (2002), table 3.7; the last one
  // aspirin and heart attacks, its chapter 2, where there is only x.
  test.each([
    [[1000, 700, 480, 300, 180, 90], [20, 15, 9, 6, 4, 2], 0.98564884863667612],
    [[1000, 820, 660, 500, 380, 280, 190, 120], [20, 40, 60, 40, 22, 12, 6, 3], 6.7095678857285184e-10],
    [[17_114, 14_502, 793, 127, 38], [48, 38, 5, 1, 1], 0.004264953005208804],
    [[11_034, 11_037], [189, 104], 5.6918969737407462e-7],
  ])('of %j gives the chance of the reference', (atRisk, events, chance) => {
    expect((chanceOfNoTrend(momentsOf(atRisk, events)) ?? 0) / chance).toBeCloseTo(1, 9)
  })

  test('says nothing where there is nothing to compare', () => {
    expect(chanceOfNoTrend([])).toBeNull()
    expect(chanceOfNoTrend(momentsOf([10], [5]))).toBeNull()
    expect(chanceOfNoTrend(momentsOf([10, 10], [10, 10]))).toBeNull()
    expect(chanceOfNoTrend(momentsOf([10, 10], [0, 0]))).toBeNull()
  })
})
