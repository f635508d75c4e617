/** The 97.5% quantile of the normal distribution: intervals of 95%. */
export const z95 = 1.959963984540054

export type Interval = { low: number; high: number }

/**
 * The 95% interval of a share: how far the true one may be from `count` of `total`. It stays within 0 and 1 and is
 * honest for small numbers, where the plain formula is not.
 *
 * Wilson's score interval without continuity correction: E. B. Wilson, "Probable inference, the law of succession,
 * and statistical inference", JASA 22 (1927), 209-212; recommended by R. G. Newcombe, Statistics in Medicine 17 (1998),
 * 857-872. Throws RangeError unless 0 <= count <= total and total > 0.
 */
export function wilsonInterval(count: number, total: number): Interval {
  if (!(total > 0 && count >= 0 && count <= total)) throw new RangeError(`no share: ${count} of ${total}`)
  const share = count / total
  const square = z95 * z95
  const centre = share + square / (2 * total)
  const spread = z95 * Math.sqrt((share * (1 - share)) / total + square / (4 * total * total))
  const scale = 1 + square / total
  return { low: clamp((centre - spread) / scale), high: clamp((centre + spread) / scale) }
}

/** Rounding may leave a hair outside; a share is never outside of 0 and 1. */
export const clamp = (share: number): number => Math.min(1, Math.max(0, share))

/** A share, 0 to 1, with its 95% interval. */
export type Share = Interval & { share: number }

/** `count` of `total` as a share; null of nothing. Throws RangeError for a count beyond the total. */
export const shareOf = (count: number, total: number): Share | null =>
  total === 0 ? null : { share: count / total, ...wilsonInterval(count, total) }
