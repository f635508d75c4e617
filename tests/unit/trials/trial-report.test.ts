import { describe, expect, test } from 'vitest'
import { weeksWithQueues } from '@/lib/trials/queues'
import type { OffersFigures, WinsMoved } from '@/lib/trials/trial-figures'
import { trialReport } from '@/lib/trials/trial-report'
import { trialInWords, winsInWords } from '@/lib/trials/trial-words'

const week = (monday: string, numbers: object) => ({
  monday,
  present: 0,
  proposed: 0,
  offered: 0,
  accepted: 0,
  answered: 0,
  left: 0,
  ...numbers,
})
const figures = (numbers: Partial<OffersFigures> = {}): OffersFigures => ({
  offers: 0,
  leads: 0,
  answered: 0,
  accepted: 0,
  won: 0,
  lost: 0,
  ...numbers,
})
const wins: WinsMoved = {
  wins: 0,
  same: 0,
  earlier: 0,
  later: 0,
  never: 0,
  newly: 0,
  neither: 0,
  medianDaysEarlier: null,
  medianDaysLater: null,
}

describe('the queue of a policy', () => {
  test('is what waited before and what is offered, less what Sales answered, and never below nothing', () => {
    const weeks = weeksWithQueues([
      week('2026-03-02', { present: 5, proposed: 2, answered: 3, offered: 4, left: 3 }),
      week('2026-03-16', { present: 1, answered: 4, offered: 1, left: 2 }),
    ])
    expect(
      weeks.map(({ monday, presentQueue, proposedQueue, queue }) => [monday, presentQueue, proposedQueue, queue]),
    ).toEqual([
      ['2026-03-02', 2, 0, 1],
      ['2026-03-09', 2, 0, 1],
      ['2026-03-16', 0, 0, 0],
    ])
    expect(weeksWithQueues([])).toEqual([])
  })
})

describe('the report of a trial', () => {
  const counted = {
    figures: {
      real: figures(),
      present: figures({ offers: 12, leads: 10, answered: 8, accepted: 6, won: 3, lost: 2 }),
      proposed: figures({ offers: 4, leads: 4 }),
    },
    taken: { accepted: 6, answered: 8 },
    weeks: [
      week('2026-03-02', { present: 9, proposed: 1, answered: 2 }),
      week('2026-03-09', { present: 3, proposed: 3, answered: 6 }),
      week('2026-03-16', { present: 7 }),
    ],
    wins: { ...wins, wins: 3, same: 1, later: 1, never: 1, medianDaysLater: 12.4 },
  }
  const at = new Date('2026-03-23T00:00:00Z')

  test('shows the weeks of the period with the queues of all weeks before, and averages over it', () => {
    const period = { from: new Date('2026-03-09T00:00:00Z'), to: new Date('2026-03-16T00:00:00Z') }
    const report = trialReport(counted, { period, at, timeZone: 'UTC' })
    expect(report.weeks.map(({ monday, presentQueue }) => [monday, presentQueue])).toEqual([['2026-03-09', 4]])
    expect(report).toMatchObject({ acceptedPerWeek: 6, answeredPerWeek: 8 })
    expect(report.present).toMatchObject({ perWeek: 12, open: 5, queue: 4, longestQueue: 4 })
    expect(report.present.acceptance).toMatchObject({ share: 0.75 })
    expect(report.proposed).toMatchObject({ perWeek: 4, acceptance: null, winRate: { share: 0 } })
  })

  test('averages from the first week of anything, also in a longer period', () => {
    const period = { from: new Date('2020-01-01T00:00:00Z'), to: null }
    const report = trialReport(counted, { period, at, timeZone: 'UTC' })
    expect(report.weeks).toHaveLength(3)
    expect(report.present).toMatchObject({ perWeek: 4, queue: 11, longestQueue: 11 })
  })

  test('of a company without any offers is empty', () => {
    const empty = {
      figures: { real: figures(), present: figures(), proposed: figures() },
      taken: { accepted: 0, answered: 0 },
    }
    const report = trialReport({ ...empty, weeks: [], wins }, { period: { from: null, to: null }, at, timeZone: 'UTC' })
    expect(report).toMatchObject({
      weeks: [],
      acceptedPerWeek: null,
      present: { perWeek: null, queue: 0, winRate: null },
    })
    expect(trialInWords(report)).toMatch(/Neither policy would have offered anything/)
  })

  test('is told in a sentence: how many offers, what Sales took, which wins come late', () => {
    const report = trialReport(counted, { period: { from: null, to: null }, at, timeZone: 'UTC' })
    expect(trialInWords(report)).toBe(
      'Sales would have been offered 4 leads instead of 12: 1.3 a week instead of 4.0. It took 2.0 a week. ' +
        'Of the 3 leads won in this period it would have offered 1 later, 12 days at the median and 1 never.',
    )
    expect(winsInWords(report.wins).reduce((sum, { count }) => sum + count, 0)).toBe(3)
  })
})
