import { describe, expect, test } from 'vitest'
import { calendarWeeks, daysShown, lanesShown, monthAfter, monthAsked, monthInWords } from '@/lib/campaigns/calendar'

const campaign = (id: string, startsOn: string | null, endsOn: string | null) => ({ id, startsOn, endsOn })
const barsOf = (campaigns: ReturnType<typeof campaign>[]) =>
  calendarWeeks('2026-11', '2026-11-23', campaigns).map(({ bars }) =>
    bars.map(({ campaign: { id }, column, span, lane }) => `${id} ${column}+${span} lane ${lane}`),
  )

describe('the calendar of campaigns', () => {
  test('shows whole weeks from Monday to Sunday, with today marked', () => {
    expect(daysShown('2026-11')).toEqual({ first: '2026-10-26', last: '2026-12-06' })
    expect(daysShown('2027-02')).toEqual({ first: '2027-02-01', last: '2027-02-28' })
    const days = calendarWeeks('2026-11', '2026-11-23', []).flatMap((week) => week.days)
    expect(days).toHaveLength(42)
    expect(days.filter(({ isToday }) => isToday)).toEqual([{ day: '2026-11-23', isOutside: false, isToday: true }])
    expect(days.filter(({ isOutside }) => isOutside)).toHaveLength(12)
  })

  test('a campaign over two weeks is a bar in each, which say that it goes on', () => {
    const weeks = calendarWeeks('2026-11', '2026-11-23', [campaign('fair', '2026-11-13', '2026-11-17')])
    expect(weeks.map(({ bars }) => bars.length)).toEqual([0, 0, 1, 1, 0, 0])
    expect(weeks[2]?.bars[0]).toMatchObject({ column: 5, span: 3, isContinued: false, continues: true })
    expect(weeks[3]?.bars[0]).toMatchObject({ column: 1, span: 2, isContinued: true, continues: false })
  })

  test('campaigns at the same time lie in lanes, one after the other shares a lane', () => {
    const week = barsOf([
      campaign('short', '2026-11-02', '2026-11-03'),
      campaign('long', '2026-11-02', '2026-11-06'),
      campaign('after', '2026-11-04', '2026-11-04'),
    ])[1]
    expect(week).toEqual(['long 1+5 lane 0', 'short 1+2 lane 1', 'after 3+1 lane 1'])
  })

  test('a campaign without an end runs on, one without a start has always run', () => {
    expect(barsOf([campaign('since', '2026-12-05', null)])).toEqual([[], [], [], [], [], ['since 6+2 lane 0']])
    expect(barsOf([campaign('until', null, '2026-10-26')])).toEqual([['until 1+1 lane 0'], [], [], [], [], []])
  })

  test('what finds no lane is counted', () => {
    const many = Array.from({ length: lanesShown + 3 }, (_, n) => campaign(`c${n}`, '2026-11-10', '2026-11-11'))
    expect(calendarWeeks('2026-11', '2026-11-23', many)[2]).toMatchObject({ left: 3 })
  })

  test('the month is that of the address, else the present one, and ends where our calendar ends', () => {
    expect([monthAsked('2026-02', '2026-11-23'), monthAsked('2026-13', '2026-11-23')]).toEqual(['2026-02', '2026-11'])
    expect([monthAsked("2026-1'", '2026-11-23'), monthAsked(undefined, '2026-11-23')]).toEqual(['2026-11', '2026-11'])
    expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12'])
    expect([monthAfter('2199-12', 1), monthAfter('1970-01', -1)]).toEqual([null, null])
    expect(monthInWords('2026-11')).toBe('November 2026')
  })
})
