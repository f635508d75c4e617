import { describe, expect, test } from 'vitest'
import { type LeadsByTouches, touchesToWin } from '@/lib/reports/thresholds/touches-to-win'
import { wilsonInterval } from '@/lib/statistics/wilson'

const group = (touches: number, won: number, lost: number, open: number): LeadsByTouches[] => [
  { touches, isWon: true, isLost: false, leads: won },
  { touches, isWon: false, isLost: true, leads: lost },
  { touches, isWon: false, isLost: false, leads: open },
]

describe('touches to win', () => {
  test('says the chance at each touch of those who reached it, lost and open leads leaving', () => {
    const report = touchesToWin([...group(0, 0, 0, 50), ...group(2, 10, 20, 20), ...group(3, 15, 5, 0)])
    expect(report.histogram.map(({ touches, won, lost, open }) => [touches, won, lost, open])).toEqual([
      [0, 0, 0, 50],
      [1, 0, 0, 0],
      [2, 10, 20, 20],
      [3, 15, 5, 0],
    ])
    expect(report.hazard.map(({ touch, atRisk, won }) => [touch, atRisk, won])).toEqual([
      [0, 120, 0],
      [1, 70, 0],
      [2, 70, 10],
      [3, 20, 15],
    ])
    expect(report.hazard[3]).toMatchObject({ hazard: 0.75, ...wilsonInterval(15, 20) })
    expect(report.survival.map(({ survival }) => survival)).toEqual([
      1,
      1,
      1 - 10 / 70,
      expect.closeTo((6 / 7) * 0.25, 10),
    ])
    expect(report.incidence.map(({ won, lost, open }) => [won.share, lost.share, open])).toEqual([
      [0, 0, 1],
      [0, 0, 1],
      [10 / 70, 20 / 70, expect.closeTo(40 / 70, 10)],
      [expect.closeTo(40 / 70, 10), expect.closeTo(30 / 70, 10), 0],
    ])
    expect(report).toMatchObject({ wins: 25, enough: true, medianTouches: 3 })
  })

  test('is silent below 20 wins, but still counts', () => {
    const report = touchesToWin(group(4, 19, 0, 3))
    expect(report).toMatchObject({ wins: 19, enough: false, hazard: [], survival: [], incidence: [], medianTouches: 4 })
    expect(touchesToWin(group(4, 20, 0, 3)).enough).toBe(true)
  })

  test('takes the mean of the middle two of an even number of wins', () => {
    expect(touchesToWin([...group(4, 1, 0, 0), ...group(7, 1, 0, 0)]).medianTouches).toBe(5.5)
  })

  test('of nobody is empty', () => {
    expect(touchesToWin([])).toEqual({
      wins: 0,
      histogram: [],
      hazard: [],
      survival: [],
      incidence: [],
      medianTouches: null,
      enough: false,
    })
  })
})
