import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { likelyPeak, unimodalRates } from '@/lib/statistics/unimodal'

const ofTen = (...events: number[]) => events.map((each) => ({ atRisk: 10, events: each }))

const anyMoments = fc.array(
  fc.nat(30).chain((events) => fc.integer({ min: Math.max(1, events), max: 40 }).map((atRisk) => ({ atRisk, events }))),
  { minLength: 1, maxLength: 6 },
)

/**
 * The rate at a moment by the formula of the largest smallest mean: over the sets that hold with a moment all that have to be
 * higher, and in each over those that hold with a moment all that have to be lower. It is no algorithm, but the definition.
 */
function rateByDefinition(moments: { atRisk: number; events: number }[], peak: number, at: number): number {
  const every = moments.map((_, index) => index)
  const higher = every.flatMap((from) =>
    every.filter((to) => from <= peak && peak <= to).map((to) => every.filter((each) => from <= each && each <= to)),
  )
  const lower = [every, ...[[], ...higher].map((set) => every.filter((each) => !set.includes(each)))]
  const mean = (set: number[]) => {
    const sum = (of: 'atRisk' | 'events') => set.reduce((total, index) => total + (moments[index]?.[of] ?? 0), 0)
    return sum('events') / sum('atRisk')
  }
  return Math.max(
    ...higher
      .filter((up) => up.includes(at))
      .map((up) =>
        Math.min(
          ...lower.filter((down) => down.includes(at)).map((down) => mean(up.filter((each) => down.includes(each)))),
        ),
      ),
  )
}

describe('rates that rise to a peak and fall', () => {
  // The example of help("isoreg") in R: isoreg(c(1, 0, 4, 3, 3, 5, 4, 2, 0))$yf, rising only, so the peak is the last.
  test('are those of the reference where they only rise', () => {
    const rates = unimodalRates(ofTen(1, 0, 4, 3, 3, 5, 4, 2, 0), 8)
    expect(rates.map((rate) => rate * 10)).toEqual(
      [0.5, 0.5, 3, 3, 3, 3, 3, 3, 3].map((rate) => expect.closeTo(rate, 12)),
    )
  })

  test('are what was seen where that rises and falls', () => {
    expect(unimodalRates(ofTen(1, 3, 6, 4, 2), 2)).toEqual([0.1, 0.3, 0.6, 0.4, 0.2])
  })

  test('take the peak together with what is higher beside it', () => {
    expect(unimodalRates(ofTen(1, 7, 4, 4, 2), 2)).toEqual([0.1, 0.55, 0.55, 0.4, 0.2])
    expect(unimodalRates(ofTen(0, 8, 2, 8, 0), 2)).toEqual([0, 0.6, 0.6, 0.6, 0])
  })

  test('are those of the definition, whatever was seen', () => {
    fc.assert(
      fc.property(anyMoments, fc.nat(5), (moments, index) => {
        const peak = index % moments.length
        const expected = moments.map((_, at) => expect.closeTo(rateByDefinition(moments, peak, at), 10))
        expect(unimodalRates(moments, peak)).toEqual(expected)
      }),
    )
  })
})

describe('where they have their peak', () => {
  test('is where it is likeliest, and everywhere that is hardly less likely', () => {
    // At moment 1 instead of 2 the two would have one rate, 0.25: twice the logarithm of the likelihood falls by 5.71.
    const sure = [100, 100, 100, 100].map((atRisk, index) => ({ atRisk, events: [5, 18, 32, 10][index] ?? 0 }))
    expect(likelyPeak(sure)).toEqual({ peak: 2, low: 2, high: 2, rates: [0.05, 0.18, 0.32, 0.1] })
    const unsure = sure.map((moment, index) => (index === 1 ? { atRisk: 100, events: 22 } : moment))
    expect(likelyPeak(unsure)).toMatchObject({ peak: 2, low: 1, high: 2 })
  })

  test('is not where one of two was won', () => {
    const rates = [
      ...ofTen(1, 4, 8, 3, 1).map((moment) => ({ atRisk: 100, events: moment.events * 3 })),
      { atRisk: 2, events: 1 },
    ]
    expect(likelyPeak(rates)).toMatchObject({ peak: 2, high: 2 })
  })

  test('may be anywhere where all rates are the same, and nowhere without any', () => {
    expect(likelyPeak(ofTen(3, 3, 3))).toMatchObject({ low: 0, high: 2 })
    expect(() => likelyPeak([])).toThrow(RangeError)
  })
})
