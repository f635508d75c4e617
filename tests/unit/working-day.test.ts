import { expect, test } from 'vitest'
import { paceInWords } from '@/components/bulk/pace-in-words'
import { isWorkingTime, paceOf, startOfDay, workingDayFrom } from '@/lib/handoffs/working-day'

const zone = 'Europe/Stockholm'
const at = (local: string, offset = '+01:00') => new Date(`${local}${offset}`)
const [friday, monday] = [at('2026-11-27T08:00'), at('2026-11-30T08:00')]

test('people work from Monday to Friday, by the clock of the company', () => {
  expect(isWorkingTime(at('2026-11-27T08:00'), zone)).toBe(true)
  expect(isWorkingTime(at('2026-11-27T07:59'), zone)).toBe(false)
  expect(isWorkingTime(at('2026-11-27T18:00'), zone)).toBe(false)
  expect(isWorkingTime(at('2026-11-28T12:00'), zone)).toBe(false)
  expect(isWorkingTime(at('2026-11-27T17:30'), 'Pacific/Auckland')).toBe(false)
})

test('a day begins at midnight of the company, on the day that the clocks change too', () => {
  expect(startOfDay(at('2026-11-27T00:30'), zone)).toEqual(at('2026-11-27T00:00'))
  expect(startOfDay(at('2026-03-29T12:00', '+02:00'), zone)).toEqual(at('2026-03-29T00:00'))
})

test('the next working day opens in the morning, and weekends are passed over', () => {
  expect(workingDayFrom(at('2026-11-27T03:00'), zone)).toEqual(friday)
  expect(workingDayFrom(friday, zone)).toEqual(friday)
  expect(workingDayFrom(at('2026-11-27T08:01'), zone)).toEqual(monday)
  expect(workingDayFrom(at('2026-11-29T12:00'), zone, 1)).toEqual(at('2026-12-01T08:00'))
  expect(workingDayFrom(friday, zone, 5)).toEqual(at('2026-12-04T08:00'))
  expect(workingDayFrom(friday, zone, 6)).toEqual(at('2026-12-07T08:00'))
  expect(workingDayFrom(at('2026-03-27T09:00'), zone)).toEqual(at('2026-03-30T08:00', '+02:00'))
})

test('a pace says how many go today, and when the others do', () => {
  const pace = (waiting: number, goneToday: number, now: Date) =>
    paceOf(waiting, { perDay: 10, goneToday, now, timeZone: zone })
  const noon = at('2026-11-26T12:00')
  expect(pace(8, 0, noon)).toEqual({ perDay: 10, today: 8, later: 0, nextAt: null, lastAt: null })
  expect(pace(25, 4, noon)).toEqual({ perDay: 10, today: 6, later: 19, nextAt: friday, lastAt: monday })
  expect(pace(5, 10, noon)).toEqual({ perDay: 10, today: 0, later: 5, nextAt: friday, lastAt: friday })
  expect(pace(20, 0, at('2026-11-28T12:00'))).toEqual({
    perDay: 10,
    today: 0,
    later: 20,
    nextAt: monday,
    lastAt: at('2026-12-01T08:00'),
  })
})

test('a pace is said in one sentence', () => {
  const said = (waiting: number, now: Date) =>
    paceInWords(paceOf(waiting, { perDay: 10, goneToday: 0, now, timeZone: zone }), now, zone)
  const noon = at('2026-11-26T12:00')
  expect(said(1, noon)).toBe('1 goes to Sales today.')
  expect(said(16, noon)).toBe('10 go to Sales today, 6 on 27 Nov.')
  expect(said(35, noon)).toBe('10 go to Sales today, then 10 each working day until 1 Dec.')
  expect(said(5, at('2026-11-28T12:00'))).toBe('5 go to Sales on 30 Nov.')
  expect(said(25, at('2026-11-28T12:00'))).toBe('10 go to Sales each working day from 30 Nov until 2 Dec.')
})
