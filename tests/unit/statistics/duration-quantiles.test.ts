import { describe, expect, test } from 'vitest'
import { durationQuartiles, type DurationQuartiles, type Durations } from '@/lib/statistics/duration-quantiles'

const seen = (...events: number[]): Durations[] => events.map((at) => ({ at, events: 1, censored: 0 }))
const waiting = (...censored: number[]): Durations[] => censored.map((at) => ({ at, events: 0, censored: 1 }))
const inRows = ({ lower, median, upper }: DurationQuartiles) =>
  [lower, median, upper].map((quantile) => quantile && [quantile.value, quantile.low, quantile.high])

/** As R 4.2.2, survival 3.5-3, has them: quantile(survfit(Surv(time, status) ~ 1, conf.type = "plain")). */
describe('how long it takes', () => {
  // The two arms of Freireich's trial, as in the test of the Kaplan-Meier curve; the published medians are 23 and 8 weeks.
  test('is the published median, and not known where too many still wait', () => {
    const drug = [
      { at: 6, events: 3, censored: 1 },
      ...seen(7, 10, 13, 16, 22, 23),
      ...waiting(9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
    ]
    expect(inRows(durationQuartiles(drug))).toEqual([[13, 6, 23], [23, 13, null], null])
    const placebo = seen(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)
    expect(inRows(durationQuartiles(placebo))).toEqual([
      [4, 2, 8],
      [8, 4, 11],
      [12, 8, 17],
    ])
  })

  test('is the middle of two where just so many have waited less, as of any list of numbers', () => {
    expect(inRows(durationQuartiles(seen(4, 2, 3, 1)))).toEqual([
      [1.5, 1, 3],
      [2.5, 1, null],
      [3.5, 2, null],
    ])
    expect(inRows(durationQuartiles([...seen(1, 2, 4, 5, 7, 8), ...waiting(3, 6)]))).toEqual([
      [3, 1, 7],
      [5, 2, null],
      [7, 4, null],
    ])
  })

  // R takes the middle between 2 and the longest wait so far, which would grow by itself with every day.
  test('is the first that just so many have waited less than where the curve ends there', () => {
    expect(inRows(durationQuartiles([...seen(1, 2), ...waiting(3, 4)]))).toEqual([[1.5, 1, null], [2, 1, null], null])
  })

  test('counts those still waiting: without them every wait would look shorter', () => {
    const answered = seen(1, 2, 3, 4)
    expect(durationQuartiles(answered).median?.value).toBe(2.5)
    expect(durationQuartiles([...answered, ...waiting(3, 5, 5)]).median?.value).toBe(4)
  })

  test('does not care in which groups they come', () => {
    const grouped = [
      { at: 5, events: 2, censored: 3 },
      { at: 2, events: 4, censored: 1 },
    ]
    const single = [...waiting(5, 5, 5, 2), ...seen(5, 2, 5, 2, 2, 2)]
    expect(durationQuartiles(single)).toEqual(durationQuartiles(grouped))
  })

  test('is nothing of nobody, and nothing where nobody has come so far', () => {
    const none = { lower: null, median: null, upper: null }
    expect(durationQuartiles([])).toEqual(none)
    expect(durationQuartiles(waiting(5, 5, 5))).toEqual(none)
  })
})
