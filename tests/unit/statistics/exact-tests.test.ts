import { expect, test } from 'vitest'
import { chanceOfSamePace, chanceOfSameShares } from '@/lib/statistics/exact-tests'

test('Fisher’s exact test gives what is published', () => {
  // Fisher's tea tasting; A. Agresti, "Categorical Data Analysis" (2002), table 3.8: P = 0.486 on both sides.
  expect(chanceOfSameShares({ did: 3, of: 4 }, { did: 1, of: 4 })).toBeCloseTo(34 / 70, 12)
  // Convictions of like-sex twins of criminals; R's documentation of fisher.test: P = 0.0005367.
  expect(chanceOfSameShares({ did: 2, of: 17 }, { did: 10, of: 13 })).toBeCloseTo(0.0005367, 7)
  // The documentation of scipy.stats.fisher_exact.
  expect(chanceOfSameShares({ did: 6, of: 8 }, { did: 1, of: 5 })).toBeCloseTo(0.10256410256410257, 12)
})

test('two rates are compared by the binomial of the one count among both', () => {
  // 10 against 20 in the same time: the doubled tail of 30 throws of a coin, 2 × 53009102 / 2^30.
  expect(chanceOfSamePace({ count: 10, length: 1 }, { count: 20, length: 1 })).toBeCloseTo(
    (2 * 53_009_102) / 2 ** 30,
    12,
  )
  // 682 of 925 plants against three to one: W. J. Conover (1971), in R's documentation of binom.test: P = 0.3825.
  expect(chanceOfSamePace({ count: 682, length: 3 }, { count: 243, length: 1 })).toBeCloseTo(0.3825, 4)
})

test('nothing that could differ is no difference, and what can’t be luck has no chance', () => {
  expect(chanceOfSameShares({ did: 0, of: 0 }, { did: 3, of: 9 })).toBe(1)
  expect(chanceOfSameShares({ did: 5, of: 5 }, { did: 9, of: 9 })).toBe(1)
  expect(chanceOfSamePace({ count: 0, length: 3 }, { count: 0, length: 4 })).toBe(1)
  expect(chanceOfSameShares({ did: 100_000, of: 100_000 }, { did: 0, of: 100_000 })).toBe(0)
})
