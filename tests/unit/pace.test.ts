import { expect, test } from 'vitest'
import { paceInWords } from '@/components/bulk/pace-in-words'
import type { WorkingHours } from '@/lib/handoffs/business-clock'
import { paceOf } from '@/lib/handoffs/pace'

const office = { from: 8 * 60, to: 18 * 60 }
const hours: WorkingHours = {
  timeZone: 'Europe/Stockholm',
  week: [null, office, office, office, office, office, null],
  holidays: ['2026-12-01'],
}
const at = (local: string) => new Date(`${local}+01:00`)
const [friday, monday, wednesday] = [at('2026-11-27T08:00'), at('2026-11-30T08:00'), at('2026-12-02T08:00')]
const thursdayNoon = at('2026-11-26T12:00')
const saturday = at('2026-11-28T12:00')
const pace = (waiting: number, now: Date, goneToday = 0) => paceOf(waiting, { perDay: 10, goneToday, now, hours })

test('a pace says how many go today, and when the others do: weekends and holidays are passed over', () => {
  expect(pace(8, thursdayNoon)).toEqual({ perDay: 10, today: 8, later: 0, nextAt: null, lastAt: null })
  expect(pace(25, thursdayNoon, 4)).toMatchObject({ today: 6, later: 19, nextAt: friday, lastAt: monday })
  expect(pace(5, thursdayNoon, 10)).toMatchObject({ today: 0, later: 5, nextAt: friday, lastAt: friday })
  expect(pace(5, at('2026-11-27T03:00'))).toMatchObject({ today: 0, nextAt: friday, lastAt: friday })
  expect(pace(30, saturday)).toMatchObject({ today: 0, later: 30, nextAt: monday, lastAt: at('2026-12-03T08:00') })
  expect(pace(20, at('2026-11-30T19:00'))).toMatchObject({ nextAt: wednesday, lastAt: at('2026-12-03T08:00') })
})

test('a pace is said in one sentence', () => {
  const said = (waiting: number, now: Date) => paceInWords(pace(waiting, now), now, hours.timeZone)
  expect(said(1, thursdayNoon)).toBe('1 goes to Sales today.')
  expect(said(16, thursdayNoon)).toBe('10 go to Sales today, 6 on 27 Nov.')
  expect(said(35, thursdayNoon)).toBe('10 go to Sales today, then 10 each working day until 2 Dec.')
  expect(said(5, saturday)).toBe('5 go to Sales on 30 Nov.')
  expect(said(25, saturday)).toBe('10 go to Sales each working day from 30 Nov until 3 Dec.')
  expect(said(1_000_000, saturday)).toBe('10 go to Sales each working day from 30 Nov for years.')
})
