import { describe, expect, test } from 'vitest'
import { halfWayUp } from '@/lib/reports/thresholds/half-way-up'
import { pooledTouches, type WonAtTouch } from '@/lib/reports/thresholds/pooled-touches'
import { suggestThresholds } from '@/lib/reports/thresholds/suggest-thresholds'
import { thresholdRule, thresholdsInWords } from '@/lib/reports/thresholds/threshold-words'
import { touchesToWin } from '@/lib/reports/thresholds/touches-to-win'
import { chanceFrom } from '@/scripts/demo/chance'
import { bell, simulateLeads, type Truth } from '@/scripts/simulated-leads'

/** So many leads reached each touch and so many of them were won at it. */
const reached = (...touches: [atRisk: number, won: number][]): WonAtTouch[] =>
  touches.map(([atRisk, won], index) => ({ touch: index + 1, atRisk, won }))

const peakAtSix = reached(
  [2000, 20],
  [1700, 25],
  [1400, 35],
  [1100, 66],
  [850, 68],
  [640, 83],
  [450, 38],
  [320, 16],
  [200, 5],
)

describe('the touches that are compared', () => {
  test('are single ones as long as enough leads reach them, and the late ones together', () => {
    const touches = reached([100, 10], [80, 8], [55, 5], [40, 4], [20, 3], [5, 0], [1, 1], [0, 0])
    expect(pooledTouches(touches)).toEqual([
      { first: 1, last: 1, atRisk: 100, events: 10 },
      { first: 2, last: 2, atRisk: 80, events: 8 },
      { first: 3, last: 3, atRisk: 55, events: 5 },
      { first: 4, last: 7, atRisk: 66, events: 8 },
    ])
    expect(pooledTouches(touches.toReversed())).toEqual(pooledTouches(touches))
  })

  test('are not more than there are leads for', () => {
    expect(pooledTouches([])).toEqual([])
    expect(pooledTouches(reached([10, 2], [5, 1]))).toEqual([{ first: 1, last: 2, atRisk: 15, events: 3 }])
    expect(() => pooledTouches(reached([2, 3]))).toThrow(RangeError)
  })
})

describe('half way up to the peak', () => {
  const moments = [
    { atRisk: 100, events: 5 },
    { atRisk: 20, events: 5 },
    { atRisk: 1000, events: 240 },
  ]

  test('is where the curve passes the middle, as early as it may and as late as the peak may be', () => {
    // 25% of 20 are not clearly above the middle of 5% and 25%, 24% of 1,000 are.
    const curve = { peak: 1, low: 1, rates: [0.05, 0.25, 0.25] }
    expect(halfWayUp(moments, { ...curve, high: 1 })).toEqual({ at: 1, low: 1, high: 1 })
    expect(halfWayUp(moments, { ...curve, high: 2 })).toEqual({ at: 1, low: 1, high: 2 })
  })

  test('is the first touch where the chance only falls', () => {
    const falling = moments.map(({ atRisk }, index) => ({ atRisk: 10 * atRisk, events: [300, 20, 500][index] ?? 0 }))
    expect(halfWayUp(falling, { peak: 0, low: 0, high: 0, rates: [0.3, 0.1, 0.05] })).toEqual({
      at: 0,
      low: 0,
      high: 0,
    })
  })
})

describe('the suggestion of thresholds', () => {
  test('is hot where the chance of winning is highest, warm where it has risen half way', () => {
    const evidence = suggestThresholds(peakAtSix)
    expect(evidence).toMatchObject({ wins: 356, enough: true, isFlat: false, peak: { touch: 6, low: 6, high: 6 } })
    expect(evidence.hotAt).toEqual({ value: 6, low: 6, high: 6, isOutside: false })
    expect(evidence.warmAt).toEqual({ value: 5, low: 4, high: 6, isOutside: false })
    expect(evidence.p).toBeLessThan(1e-9)
  })

  test('stays within what is allowed, but shows what was found', () => {
    const early = suggestThresholds(reached([2000, 40], [1500, 80], [1000, 130], [600, 30], [400, 10], [200, 4]))
    expect(early.peak).toMatchObject({ touch: 3 })
    expect(early.hotAt).toEqual({ value: 5, low: 3, high: 3, isOutside: true })
    expect(early.warmAt).toMatchObject({ value: 3, isOutside: false })
    const late = suggestThresholds(
      Array.from({ length: 18 }, (_, index) => ({
        touch: index + 1,
        atRisk: 2000,
        won: index === 16 ? 300 : 10,
      })),
    )
    expect(late.hotAt).toEqual({ value: 15, low: 17, high: 17, isOutside: true })
    expect(late.warmAt).toEqual({ value: 5, low: 17, high: 17, isOutside: true })
  })

  test('of warm is below that of hot', () => {
    const steep = suggestThresholds(reached([1000, 5], [900, 5], [800, 5], [700, 5], [600, 120], [300, 10], [200, 5]))
    expect(steep).toMatchObject({ hotAt: { value: 5 }, warmAt: { value: 4, low: 5, high: 5, isOutside: true } })
  })

  test('is not led astray by the one of two leads that was won at the fourteenth touch', () => {
    const tail = Array.from({ length: 8 }, (_, index) => ({
      touch: 10 + index,
      atRisk: 9 - index,
      won: index === 4 ? 1 : 0,
    }))
    expect(suggestThresholds([...peakAtSix, ...tail, { touch: 18, atRisk: 1, won: 1 }]).peak).toEqual({
      touch: 6,
      low: 6,
      high: 6,
    })
  })

  test('is silent below 20 wins, and where there is nothing to compare', () => {
    const silent = { enough: false, isFlat: false, peak: null, halfWay: null, hotAt: null, warmAt: null }
    expect(suggestThresholds(reached([500, 0], [200, 19]))).toEqual({ wins: 19, p: null, ...silent })
    expect(suggestThresholds(reached([500, 1], [200, 19]))).toMatchObject({ enough: true })
    expect(suggestThresholds([])).toEqual({ wins: 0, p: null, ...silent })
    expect(suggestThresholds(reached([500, 30]))).toEqual({ wins: 30, p: null, ...silent })
  })

  test('says that there is nothing to see only over many wins', () => {
    const flat = reached([1000, 100], [800, 83], [600, 58], [400, 41])
    expect(suggestThresholds(flat)).toMatchObject({ wins: 282, enough: true, isFlat: true, peak: null, hotAt: null })
    const few = flat.map(({ touch, atRisk, won }) => ({ touch, atRisk: atRisk / 2, won: Math.floor(won / 2) }))
    expect(suggestThresholds(few)).toMatchObject({ wins: 140, enough: false, isFlat: false, peak: null })
  })

  test.each<[string, Truth, number]>([
    ['a peak at touch 6', { name: '', peak: 6, chanceAt: bell(0.02, 0.1, 6, 3), lost: 0.1, leftOpen: 0.15 }, 3000],
    ['a peak at touch 3', { name: '', peak: 3, chanceAt: bell(0.02, 0.12, 3, 2), lost: 0.15, leftOpen: 0.2 }, 3000],
    ['that with few wins', { name: '', peak: 3, chanceAt: bell(0.02, 0.12, 3, 2), lost: 0.15, leftOpen: 0.2 }, 1000],
    ['no peak', { name: '', peak: null, chanceAt: () => 0.05, lost: 0.15, leftOpen: 0.15 }, 3000],
  ])('holds the truth of %s in at least 45 of 50 companies', (_, truth, leads) => {
    const chance = chanceFrom(7)
    const right = Array.from({ length: 50 }, () => {
      const { hazard } = touchesToWin(simulateLeads(truth, leads, chance))
      const { peak, isFlat } = suggestThresholds(hazard.filter(({ touch }) => touch > 0))
      return truth.peak === null ? isFlat : peak !== null && peak.low <= truth.peak && truth.peak <= peak.high
    })
    expect(right.filter(Boolean).length).toBeGreaterThanOrEqual(45)
  })
})

describe('the suggestion in words', () => {
  test('says what was found and how surely', () => {
    expect(thresholdsInWords(suggestThresholds(peakAtSix))).toBe(
      'The chance of winning is highest at touch 6, with 95% certainty. Hot at 6, where the history points to touch 6. ' +
        'Warm at 5, where the history points to touches 4 to 6.',
    )
  })

  test('says where the rules cut it', () => {
    const early = reached([2000, 40], [1500, 80], [1000, 130], [600, 30], [400, 10], [200, 4])
    expect(thresholdsInWords(suggestThresholds(early))).toContain(
      'Hot at 5: the history points to touch 3, and 5 is the nearest that is allowed (5 to 15).',
    )
  })

  test('says why there is none', () => {
    expect(thresholdsInWords(suggestThresholds([]))).toMatch(/^With fewer than 20 wins/)
    expect(thresholdsInWords(suggestThresholds(reached([500, 30])))).toMatch(/^30 wins do not tell yet/)
    const flat = suggestThresholds(reached([1000, 100], [800, 83], [600, 58], [400, 41]))
    expect(thresholdsInWords(flat)).toMatch(/^There is nothing to see: over 282 wins/)
    expect(thresholdRule).toContain('in more than 3 of 100 companies')
  })
})
