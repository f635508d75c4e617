import { type Interval, z95 } from '@/lib/statistics/wilson'

/** Sums over `cases` of what went in (`x`) and what came out (`y`), their squares and their product. */
export type RatioSums = { cases: number; x: number; y: number; xx: number; xy: number; yy: number }

export type Ratio = Interval & { ratio: number }

/**
 * How much went in for one that came out, Σx / Σy, with a 95% interval: touches a win, where of each lead x are its
 * touches and y is 1 for a win. With y = 1 throughout it is a mean with its usual interval.
 *
 * The interval holds every ratio R that the mean of x - R·y does not rule out: E. C. Fieller, "Some problems in interval
 * estimation", Journal of the Royal Statistical Society B 16 (1954), 175-185, with the normal quantile, as for large
 * samples. It is not symmetric: too few wins make a ratio dear rather than cheap. Null where the interval has no end,
 * because the data do not rule out that nothing comes out, and for fewer than two cases.
 */
export function ratioInterval({ cases, x, y, xx, xy, yy }: RatioSums): Ratio | null {
  if (cases < 2 || y <= 0) return null
  const [meanX, meanY] = [x / cases, y / cases]
  /** z² times the variance of a mean, or the covariance of two. */
  const spread = (product: number, one: number, other: number) =>
    (z95 * z95 * (product - cases * one * other)) / (cases - 1) / cases
  const a = meanY * meanY - spread(yy, meanY, meanY)
  const b = meanX * meanY - spread(xy, meanX, meanY)
  const c = meanX * meanX - spread(xx, meanX, meanX)
  if (a <= 0) return null
  const root = Math.sqrt(Math.max(0, b * b - a * c))
  return { ratio: x / y, low: (b - root) / a, high: (b + root) / a }
}
