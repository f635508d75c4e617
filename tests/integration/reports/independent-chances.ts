import type { Known } from '@/tests/integration/reports/independent-teams'

/**
 * How many touches it takes to win, computed a second way: each number anew from all leads, by the textbook's sums over
 * all touches before, sharing nothing with lib.
 */
type Life = { touches: number; end: 'WON' | 'LOST' | 'OPEN' }
const z = 1.959963984540054
const within = (share: number) => Math.min(1, Math.max(0, share))
const plusMinus = (share: number, variance: number) => ({
  low: within(share - z * Math.sqrt(Math.max(0, variance))),
  high: within(share + z * Math.sqrt(Math.max(0, variance))),
})
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

export const lifeOf = ({ standing, outcomeChanges }: Known): Life => {
  const end = outcomeChanges.at(-1)?.outcome ?? 'OPEN'
  return { end, touches: (end === 'OPEN' ? standing.lifetimeTouchCount : standing.closeTouchCount) ?? NaN }
}

/** The shares x whose distance from the one seen is z standard errors of x: both roots of a quadratic equation. */
function wilson(count: number, total: number) {
  const [a, b, c] = [1 + (z * z) / total, -2 * (count / total) - (z * z) / total, (count / total) ** 2]
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c))
  return { low: within((-b - root) / (2 * a)), high: within((-b + root) / (2 * a)) }
}

export function chancesFromLives(lives: Life[]) {
  const longest = Math.max(-1, ...lives.map(({ touches }) => touches))
  const upTo = (touch: number) => Array.from({ length: touch + 1 }, (_, each) => each)
  const at = (touch: number, end: Life['end']) =>
    lives.filter((life) => life.touches === touch && life.end === end).length
  const under = (touch: number) => lives.filter(({ touches }) => touches >= touch).length
  const wins = lives.flatMap(({ end, touches }) => (end === 'WON' ? [touches] : [])).toSorted((a, b) => a - b)
  const [low, high] = [wins[Math.floor((wins.length - 1) / 2)], wins[Math.ceil((wins.length - 1) / 2)]]
  const whole = {
    wins: wins.length,
    histogram: upTo(longest).map((touches) => ({
      touches,
      won: at(touches, 'WON'),
      lost: at(touches, 'LOST'),
      open: at(touches, 'OPEN'),
    })),
    medianTouches: low === undefined || high === undefined ? null : (low + high) / 2,
    enough: wins.length >= 20,
  }
  if (!whole.enough) return { ...whole, hazard: [], survival: [], incidence: [] }

  const notWon = (touch: number) => upTo(touch).reduce((share, each) => share * (1 - at(each, 'WON') / under(each)), 1)
  const survival = upTo(longest).map((touch) => {
    const share = notWon(touch)
    if (share === 0) return { touch, survival: 0, low: 0, high: 1 }
    const greenwood = sum(upTo(touch).map((each) => at(each, 'WON') / under(each) / (under(each) - at(each, 'WON'))))
    return { touch, survival: share, ...plusMinus(share, share * share * greenwood) }
  })
  for (const [touch, point] of survival.entries()) if (point.survival === 0) point.high = survival[touch - 1]?.high ?? 1

  const ends = (touch: number) => at(touch, 'WON') + at(touch, 'LOST')
  const open = (touch: number) => upTo(touch).reduce((share, each) => share * (1 - ends(each) / under(each)), 1)
  const incidence = (touch: number, end: 'WON' | 'LOST') => {
    const rate = (each: number) => at(each, end) / under(each)
    const shareAt = (last: number) => sum(upTo(last).map((each) => open(each - 1) * rate(each)))
    const share = shareAt(touch)
    const variance = upTo(touch).map((each) => {
      const [n, d, grown] = [under(each), ends(each), share - shareAt(each)]
      const fromBoth = d === n ? 0 : (grown * grown * d) / (n * (n - d))
      const fromOwn = (open(each - 1) ** 2 * rate(each) * (1 - rate(each))) / n
      return fromBoth + fromOwn - (2 * grown * open(each - 1) * rate(each)) / n
    })
    return { share, ...plusMinus(share, sum(variance)) }
  }
  return {
    ...whole,
    hazard: upTo(longest).map((touch) => {
      const [atRisk, won] = [under(touch), at(touch, 'WON')]
      return { touch, atRisk, won, hazard: won / atRisk, ...wilson(won, atRisk) }
    }),
    survival,
    incidence: upTo(longest).map((touch) => ({
      touch,
      won: incidence(touch, 'WON'),
      lost: incidence(touch, 'LOST'),
      open: open(touch),
    })),
  }
}
