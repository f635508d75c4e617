/** So many of so many cases. */
export type Share = { did: number; of: number }

/**
 * How often chance alone would make two shares as different as they are or more, if the true ones were the same: R. A.
 * Fisher's exact test, two-sided (every table with these margins that is no likelier than the one that is there); A. Agresti,
 * "Categorical Data Analysis" (2002), section 3.5. It holds for few cases too. Counts are whole, `did` from 0 to `of`; 1
 * where one of the two has no case.
 */
export function chanceOfSameShares(first: Share, second: Share): number {
  const [did, all] = [first.did + second.did, first.of + second.of]
  return twoSided({
    low: Math.max(0, did - second.of),
    high: Math.min(did, first.of),
    mode: Math.floor(((did + 1) * (first.of + 1)) / (all + 2)),
    seen: first.did,
    rise: (k) => ((did - k) * (first.of - k)) / ((k + 1) * (second.of - did + k + 1)),
  })
}

/**
 * The same of two counts of what happens now and then, each with how long it was counted, in any unit: the exact test of
 * two Poisson rates given their sum, which makes the first count binomial; J. Przyborowski and H. Wilenski, Biometrika 31
 * (1940), 313-323. Counts are whole, lengths above 0.
 */
export function chanceOfSamePace(first: Counted, second: Counted): number {
  const all = first.count + second.count
  const share = first.length / (first.length + second.length)
  return twoSided({
    low: 0,
    high: all,
    mode: Math.floor((all + 1) * share),
    seen: first.count,
    rise: (k) => ((all - k) * share) / ((k + 1) * (1 - share)),
  })
}
type Counted = { count: number; length: number }

/** A distribution with one peak over the whole numbers from `low` to `high`; `rise` is how much likelier k + 1 is than k. */
type Peaked = { low: number; high: number; mode: number; seen: number; rise: (k: number) => number }

/** Numbers as likely as the one that was seen may differ by rounding. */
const alike = 1 + 1e-7

/** What is so much less likely than the number that was seen, and all that lies beyond it, moves no digit of the sum. */
const negligible = 1e-20

/** The probability of all numbers that are no likelier than the one that was seen. Told as if the likeliest had weight 1. */
function twoSided({ low, high, mode, seen, rise }: Peaked): number {
  const peak = Math.min(high, Math.max(low, mode))
  let own = 1
  for (let k = peak; k < seen; k++) own *= rise(k)
  for (let k = peak; k > seen; k--) own /= rise(k - 1)
  let [all, rare] = [0, 0]
  const add = (weight: number) => {
    all += weight
    if (weight <= own * alike) rare += weight
  }
  for (let k = peak, weight = 1; k <= high && weight > own * negligible; weight *= rise(k), k++) add(weight)
  for (let k = peak, weight = 1; k > low && (weight /= rise(k - 1)) > own * negligible; k--) add(weight)
  return Math.min(1, rare / all)
}
