import type { AtRisk } from '@/lib/statistics/kaplan-meier'

/** Leads that reached a touch (a whole number from 1), and those of them who were won at it. */
export type WonAtTouch = { touch: number; atRisk: number; won: number }

/** One touch, or the late ones from `first` to `last` together. */
export type PooledTouches = AtRisk & { first: number; last: number }

/** Below so many expected tests of rates do not hold: W. G. Cochran, Biometrics 10 (1954), 417-451. */
const fewestExpected = 5

/**
 * The touches one by one as long as each has enough leads that at least 5 wins are to be expected of them, were the chance
 * the same everywhere, and the rest of them together. So a single win among the three leads that got as far as touch 14
 * makes no peak. Touches that nobody reached are left out. Throws RangeError where more are won than reached a touch.
 */
export function pooledTouches(touches: WonAtTouch[]): PooledTouches[] {
  const atRisk = touches.reduce((sum, touch) => sum + touch.atRisk, 0)
  const rate = touches.reduce((sum, { won }) => sum + won, 0) / atRisk
  const isEnough = (pool: AtRisk) => pool.atRisk * Math.min(rate, 1 - rate) >= fewestExpected
  const pools: PooledTouches[] = []
  for (const touch of touches.toSorted((one, other) => one.touch - other.touch)) {
    if (touch.won < 0 || touch.won > touch.atRisk) throw new RangeError(`${touch.won} won of ${touch.atRisk}`)
    if (touch.atRisk === 0) continue
    const pool = { first: touch.touch, last: touch.touch, atRisk: touch.atRisk, events: touch.won }
    const before = pools.at(-1)
    if (before && !isEnough(before)) pools.splice(-1, 1, together(before, pool))
    else pools.push(pool)
  }
  const [before, last] = pools.slice(-2)
  if (before && last && !isEnough(last)) pools.splice(-2, 2, together(before, last))
  return pools
}

const together = (one: PooledTouches, other: PooledTouches): PooledTouches => ({
  first: one.first,
  last: other.last,
  atRisk: one.atRisk + other.atRisk,
  events: one.events + other.events,
})
