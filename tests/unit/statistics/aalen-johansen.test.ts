import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aalenJohansen, type CompetingEnds } from '@/lib/statistics/aalen-johansen'
import { kaplanMeier } from '@/lib/statistics/kaplan-meier'

/** Leads at risk at each moment, and of them won, lost and not seen any longer. */
const history = [
  [75, 2, 5, 10],
  [58, 3, 4, 8],
  [43, 0, 3, 0],
  [40, 4, 2, 6],
  [28, 5, 0, 5],
  [18, 1, 1, 4],
  [12, 2, 1, 0],
  [9, 0, 2, 7],
] as const

/** The shares of R 4.2.2, survival 3.5-3, for that history: summary(survfit(Surv(t, end) ~ 1, conf.type = "plain")). */
const reference = {
  won: [
    [0.026666666666666668, 0, 0.063128006527749775],
    [0.073563218390804597, 0.011246200302577447, 0.135880236479031746],
    [0.073563218390804597, 0.011246200302577447, 0.135880236479031746],
    [0.147725207163859951, 0.057578381190506955, 0.237872033137212946],
    [0.260292511551533212, 0.140283808794876924, 0.380301214308189528],
    [0.289059711561716393, 0.161563452892958342, 0.416555970230474415],
    [0.365772244922204837, 0.216192709432091151, 0.51535178041231855],
    [0.365772244922204837, 0.216192709432091151, 0.51535178041231855],
  ],
  lost: [
    [0.066666666666666666, 0.010213251724345077, 0.12312008160898825],
    [0.12919540229885057, 0.049971061537579756, 0.2084197430601214],
    [0.184816893878642058, 0.088888937622555078, 0.28074485013472905],
    [0.221897888265169735, 0.117519230482468984, 0.32627654604787049],
    [0.221897888265169735, 0.117519230482468984, 0.32627654604787049],
    [0.250665088275352888, 0.136044851805212086, 0.36528532474549369],
    [0.28902135495559711, 0.158450805243456894, 0.41959190466773733],
    [0.365733888316085554, 0.214476125433401388, 0.51699165119876977],
  ],
} as const

const ends = history.map(([atRisk, won, lost]) => ({ atRisk, won, lost }))

const anyHistory = fc
  .array(fc.record({ won: fc.nat(20), lost: fc.nat(20), censored: fc.nat(20) }), { maxLength: 30 })
  .map((moments) => {
    let atRisk = moments.reduce((sum, { won, lost, censored }) => sum + won + lost + censored, 0)
    return moments.map(({ won, lost, censored }): CompetingEnds => {
      const before = atRisk
      atRisk -= won + lost + censored
      return { atRisk: before, won, lost }
    })
  })

describe('the shares won and lost, where either end rules out the other', () => {
  test('are those of the reference, with its intervals', () => {
    const curve = aalenJohansen(ends)
    for (const end of ['won', 'lost'] as const)
      reference[end].forEach(([share, low, high], index) => {
        expect(curve[index]?.[end].share).toBeCloseTo(share, 12)
        expect(curve[index]?.[end].low).toBeCloseTo(low, 12)
        expect(curve[index]?.[end].high).toBeCloseTo(high, 12)
      })
  })

  test('follow by hand: of 4 one is won, of the 2 seen further one is lost', () => {
    const [first, second] = aalenJohansen([
      { atRisk: 4, won: 1, lost: 0 },
      { atRisk: 2, won: 0, lost: 1 },
    ])
    expect([first?.won.share, first?.lost.share, first?.open]).toEqual([1 / 4, 0, 3 / 4])
    expect([second?.won.share, second?.lost.share, second?.open]).toEqual([1 / 4, 3 / 8, 3 / 8])
    // The variance of 3/4 · 1/2, both rates being estimated: (1/2)² · 3/64 + (3/4)² · 1/8 = 21/256.
    const spread = 1.959963984540054 * Math.sqrt(21 / 256)
    expect(second?.lost.high).toBeCloseTo(3 / 8 + spread, 12)
    expect(second?.lost.low).toBe(0)
  })

  test('and the share still open are together 1, whatever happened, and the open one is that of Kaplan-Meier', () => {
    fc.assert(
      fc.property(anyHistory, (moments) => {
        const survival = kaplanMeier(moments.map(({ atRisk, won, lost }) => ({ atRisk, events: won + lost })))
        aalenJohansen(moments).forEach(({ won, lost, open }, index) => {
          expect(won.share + lost.share + open).toBeCloseTo(1, 12)
          expect(open).toBeCloseTo(survival[index]?.survival ?? -1, 12)
          for (const { share, low, high } of [won, lost]) {
            expect(low).toBeGreaterThanOrEqual(0)
            expect(low).toBeLessThanOrEqual(share)
            expect(high).toBeGreaterThanOrEqual(share)
            expect(high).toBeLessThanOrEqual(1)
          }
        })
      }),
    )
  })

  test('have, where nobody is lost, the interval of Greenwood', () => {
    const moments = ends.map((moment) => ({ ...moment, lost: 0 }))
    const survival = kaplanMeier(moments.map(({ atRisk, won }) => ({ atRisk, events: won })))
    aalenJohansen(moments).forEach(({ won }, index) => {
      expect(1 - won.high).toBeCloseTo(survival[index]?.low ?? -1, 12)
      expect(1 - won.low).toBeCloseTo(survival[index]?.high ?? -1, 12)
    })
  })

  test('are refused when more end than can, and stay where nobody is left', () => {
    expect(() => aalenJohansen([{ atRisk: 2, won: 2, lost: 1 }])).toThrow(RangeError)
    const [all, none] = aalenJohansen([
      { atRisk: 3, won: 1, lost: 2 },
      { atRisk: 0, won: 0, lost: 0 },
    ])
    expect(all?.open).toBe(0)
    expect(none).toEqual(all)
  })
})
