import { describe, expect, test } from 'vitest'
import { forecastWins, type OpenAtAge, type WeekOfLife } from '@/lib/reports/cohort/forecast'
import { forecastInWords } from '@/lib/reports/cohort/forecast-words'
import { chanceFrom } from '@/scripts/demo/chance'

const week = (number: number, atRisk: number, won: number, lost: number): WeekOfLife => ({
  week: number,
  atRisk,
  won,
  lost,
})

describe('the wins to expect', () => {
  const history = [week(0, 400, 40, 80), week(1, 200, 10, 50), week(2, 100, 20, 10)]

  test('are the chances of the open leads by their age, lost leads being past winning', () => {
    // Of new leads 0.1 are won in the first week, 0.7 live on, of whom 0.05 are won in the second.
    const forecast = forecastWins(history, [{ ageWeeks: 0, open: 100 }], 2)
    expect(forecast?.expected).toBeCloseTo(100 * (0.1 + 0.7 * 0.05), 12)
    const older = { ageWeeks: 1, open: 50 }
    const both = forecastWins(history, [{ ageWeeks: 0, open: 100 }, older], 2)
    expect(both?.expected).toBeCloseTo(13.5 + 50 * (0.05 + 0.7 * 0.2), 12)
    expect(both).toMatchObject({ leads: 150, partlyKnown: 0, tooOld: 0 })
  })

  test('lie within the luck of the leads and what is not known of their chances', () => {
    // One week, 100 leads with the chance 0.1 as seen in 400: 100 · 0.1 · 0.9 + 100² · 0.1 · 0.9 / 400 = 11.25.
    const spread = (1.959963984540054 * Math.sqrt(11.25)) / (2 * Math.sqrt(10))
    expect(forecastWins(history, [{ ageWeeks: 0, open: 100 }], 1)).toMatchObject({
      expected: expect.closeTo(10, 12),
      low: Math.floor((Math.sqrt(10) - spread) ** 2),
      high: Math.ceil((Math.sqrt(10) + spread) ** 2),
    })
  })

  test('are the less sure the more of what is not known they depend on, week by week', () => {
    // Of 10,000 leads 1,350 are expected. They move with the rates of the first week by 9,500 (won) and -500 (lost), with the
    // second week's by 7,000: 10,000 · 0.135 · 0.865 + (9,500² · 0.1 + 500² · 0.2 - 850²) / 400 + 7,000² · 0.05 · 0.95 / 200.
    const variance = 1_167.75 + 20_881.25 + 11_637.5
    const spread = (1.959963984540054 * Math.sqrt(variance)) / (2 * Math.sqrt(1_350))
    expect(forecastWins(history, [{ ageWeeks: 0, open: 10_000 }], 2)).toMatchObject({
      low: Math.floor((Math.sqrt(1_350) - spread) ** 2),
      high: Math.ceil((Math.sqrt(1_350) + spread) ** 2),
    })
  })

  test('say of how many leads nothing is known, or not of all their weeks', () => {
    const open: OpenAtAge[] = [0, 1, 2, 3, 9].map((ageWeeks) => ({ ageWeeks, open: 10 }))
    expect(forecastWins(history, open, 2)).toMatchObject({ leads: 30, partlyKnown: 10, tooOld: 20 })
    const tooFew = [...history, week(3, 19, 5, 5), week(4, 100, 50, 0)]
    expect(forecastWins(tooFew, open, 2)).toMatchObject({ leads: 30, tooOld: 20 })
  })

  test('are not told from fewer than 20 wins in the weeks that the open leads have before them', () => {
    expect(forecastWins(history, [{ ageWeeks: 1, open: 100 }], 1)).toBeNull()
    expect(forecastWins(history, [{ ageWeeks: 1, open: 100 }], 2)).not.toBeNull()
    expect(forecastWins([week(0, 400, 19, 80)], [{ ageWeeks: 0, open: 100 }])).toBeNull()
    expect(forecastWins([], [{ ageWeeks: 0, open: 100 }])).toBeNull()
    expect(forecastWins(history, [{ ageWeeks: 12, open: 100 }])).toBeNull()
    expect(forecastWins(history, [])).toBeNull()
  })

  test('are refused from a history that can not be', () => {
    expect(() => forecastWins([week(0, 20, 20, 1)], [{ ageWeeks: 0, open: 1 }])).toThrow(RangeError)
  })

  test.each([
    ['few', 2],
    ['many', 12],
  ])('come true within the interval in at least 90 of 100 companies with %s leads', (_, aWeek) => {
    const chance = chanceFrom(2_026)
    const isWithin = Array.from({ length: 100 }, () => {
      const { history: seen, open, wins } = company(aWeek)
      const forecast = forecastWins(seen, open)
      return forecast === null ? null : forecast.low <= wins && wins <= forecast.high
    })
    const told = isWithin.filter((each) => each !== null)
    expect(told.length).toBeGreaterThanOrEqual(80)
    expect(told.filter(Boolean).length / told.length).toBeGreaterThanOrEqual(0.9)

    /** Two years of leads whose chances change with their age, and what the next 13 weeks brought. */
    function company(leadsAWeek: number) {
      const weeks = 104
      const counts = Array.from({ length: weeks }, (__, age) => ({ week: age, atRisk: 0, won: 0, lost: 0 }))
      const open = new Map<number, number>()
      let wins = 0
      for (let created = 0; created < weeks; created++)
        for (let lead = 0; lead < leadsAWeek; lead++) {
          const age = weeks - created
          for (let lived = 0; lived < age + 13; lived++) {
            if (lived === age) open.set(age, (open.get(age) ?? 0) + 1)
            const drawn = chance.number()
            const won = 0.004 + 0.02 * Math.exp(-(((lived - 8) / 6) ** 2))
            const isWon = drawn < won
            const isLost = !isWon && drawn < won + 0.015
            const counted = lived < age ? counts[lived] : undefined
            if (counted) counted.atRisk++
            if (counted && isWon) counted.won++
            if (counted && isLost) counted.lost++
            if (lived >= age && isWon) wins++
            if (isWon || isLost) break
          }
        }
      return { history: counts, open: [...open].map(([ageWeeks, leads]) => ({ ageWeeks, open: leads })), wins }
    }
  })
})

describe('the forecast in words', () => {
  const forecast = { expected: 18.6, low: 11, high: 28, leads: 1240, partlyKnown: 0, tooOld: 0 }

  test('says what is expected, how surely, and on what condition', () => {
    expect(forecastInWords(forecast)).toBe(
      'Of 1,240 open leads about 19 will be won within 13 weeks, 95 times in 100 between 11 and 28, if leads go on to be won and ' +
        'lost at the pace of those before them.',
    )
  })

  test('says what it leaves out, and why there is none', () => {
    expect(forecastInWords({ ...forecast, partlyKnown: 30, tooOld: 1 })).toMatch(
      /For 30 of them .* 1 open lead is older than that, so nothing is said of them\.$/,
    )
    expect(forecastInWords(null)).toMatch(/^Fewer than 20 wins/)
  })
})
