import { describe, expect, test } from 'vitest'
import { kaplanMeier } from '@/lib/statistics/kaplan-meier'

/** Remissions on a drug: week, patients at risk, relapses, share still in remission, and the ends of its interval. */
const remissions = [
  [6, 21, 3, 0.8571428571428571, 0.7074793118252004, 1],
  [7, 17, 1, 0.8067226890756302, 0.6363326611369994, 0.9771127170142609],
  [10, 15, 1, 0.7529411764705881, 0.5640993266787882, 0.9417830262623881],
  [13, 12, 1, 0.6901960784313724, 0.4808430981731827, 0.8995490586895621],
  [16, 11, 1, 0.6274509803921567, 0.4039095121913376, 0.8509924485929758],
  [22, 7, 1, 0.53781512605042, 0.2864815911296214, 0.7891486609712187],
  [23, 6, 1, 0.4481792717086834, 0.1843848638406129, 0.7119736795767539],
] as const

describe('the curve of those still under way', () => {
  // 21 patients on 6-mercaptopurine: E. J. Freireich and others, Blood 21 (1963), 699-716, as worked out in J. P. Klein and
  // M. L. Moeschberger, "Survival Analysis" (2003), table 4.1A. The digits are those of R 4.2.2, survival 3.5-3:
  // summary(survfit(Surv(time, status) ~ 1, conf.type = "plain")).
  test('is the published one, with its intervals', () => {
    const curve = kaplanMeier(remissions.map(([, atRisk, events]) => ({ atRisk, events })))
    remissions.forEach(([, , , survival, low, high], index) => {
      expect(curve[index]?.survival).toBeCloseTo(survival, 12)
      expect(curve[index]?.low).toBeCloseTo(low, 12)
      expect(curve[index]?.high).toBeCloseTo(high, 12)
    })
  })

  test('does not move where nothing happens, and ends at 0 with an interval that is not nothing', () => {
    const [first, second, third] = kaplanMeier([
      { atRisk: 10, events: 5 },
      { atRisk: 4, events: 0 },
      { atRisk: 2, events: 2 },
    ])
    expect(second).toEqual(first)
    expect(third).toEqual({ survival: 0, low: 0, high: first?.high })
  })

  test('is refused when more happens than can', () => {
    expect(() => kaplanMeier([{ atRisk: 1, events: 2 }])).toThrow(RangeError)
  })
})
