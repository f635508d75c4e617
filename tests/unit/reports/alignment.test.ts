import { describe, expect, test } from 'vitest'
import { addDays } from '@/lib/calendar-day'
import { alignmentOf, type Week } from '@/lib/reports/alignment/alignment'

const weeks = (count: number, of: (nth: number) => Partial<Week>): Week[] =>
  Array.from({ length: count }, (_, nth) => ({
    monday: addDays('2026-01-05', nth * 7),
    made: 10,
    offered: 10,
    taken: 10,
    waiting: 2,
    overdue: 0,
    medianWaitMs: 0,
    ...of(nth),
  }))
const verdictOf = (given: Week[]) => alignmentOf(given).at(-1)?.verdict

describe('how the teams go together', () => {
  test('both are fine while Sales takes what is offered', () => {
    expect(verdictOf(weeks(20, () => ({})))).toBe('fine')
    expect(verdictOf(weeks(20, (nth) => ({ offered: 8 + (nth % 5), taken: 8 + (nth % 5) })))).toBe('fine')
  })

  test('Marketing outruns Sales once more is offered than it takes in a good week and old offers wait', () => {
    const flood = (overdue: number) => weeks(20, (nth) => (nth < 16 ? {} : { offered: 16, waiting: 24, overdue }))
    expect(verdictOf(flood(3))).toBe('outruns')
    expect(verdictOf(flood(2))).toBe('fine')
  })

  test('Sales lags where old offers wait though no more come than it has taken in good weeks', () => {
    expect(verdictOf(weeks(20, (nth) => (nth < 16 ? {} : { taken: 4, waiting: 24, overdue: 20 })))).toBe('lags')
  })

  test('Sales starves where by more than chance fewer are offered than it takes in good weeks', () => {
    const drought = (offered: number) => weeks(20, (nth) => (nth < 16 ? {} : { offered, taken: offered, waiting: 0 }))
    expect(verdictOf(drought(5))).toBe('starves')
    expect(verdictOf(drought(8))).toBe('fine')
  })

  test('what Sales takes in a good week is the upper quartile of 26 weeks: one week of twice the leads does not move it', () => {
    const given = weeks(30, (nth) => ({ taken: nth < 4 ? 100 : nth === 20 ? 40 : 6 + (nth % 4) }))
    expect(alignmentOf(given).at(-1)).toMatchObject({ capacity: 9, takenAWeek: 7.5 })
  })

  test('nothing is said before eight weeks, or while Sales has hardly taken anything', () => {
    expect(alignmentOf(weeks(8, () => ({}))).map(({ verdict }) => verdict)).toEqual([...Array(7).fill(null), 'fine'])
    expect(verdictOf(weeks(20, () => ({ taken: 0 })))).toBeNull()
    expect(alignmentOf([])).toEqual([])
  })
})
