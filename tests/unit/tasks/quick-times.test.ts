import { expect, test } from 'vitest'
import type { WorkingHours } from '@/lib/handoffs/business-clock'
import { momentOfQuickTime, quickTimes, timeOptions } from '@/lib/tasks/quick-times'

const work = { from: 9 * 60, to: 17 * 60 }
const hours: WorkingHours = {
  timeZone: 'Europe/Stockholm',
  week: [null, work, work, work, work, work, null],
  holidays: ['2026-11-30'],
}
const at = (local: string) => new Date(`${local}+01:00`)

const moments = (local: string) =>
  quickTimes.map((time) => momentOfQuickTime(time, at(local), hours).toISOString().slice(0, 16))
const offered = (local: string) => timeOptions(at(local), hours).map(({ label }) => label)

test('the offered times are when somebody works: in two hours, or when work begins on the day', () => {
  // Monday the 30th is a holiday.
  expect(moments('2026-11-24T10:30')).toEqual([
    '2026-11-24T11:30',
    '2026-11-25T08:00',
    '2026-11-27T08:00',
    '2026-12-01T08:00',
  ])
  expect(offered('2026-11-24T10:30')).toEqual([
    'In 2 hours · 12:30',
    'Tomorrow · 25 Nov, 09:00',
    'In 3 days · 27 Nov, 09:00',
    'Next week · 1 Dec, 09:00',
  ])
})

test('on a Friday afternoon all of them are Monday morning, which is offered once', () => {
  expect(new Set(moments('2026-11-20T16:00'))).toEqual(new Set(['2026-11-23T08:00']))
  expect(offered('2026-11-20T16:00')).toEqual(['Next working day · 23 Nov, 09:00'])
})

test('next week begins on Monday, on a Monday and on a Sunday too', () => {
  expect(moments('2026-11-16T09:00')[3]).toBe('2026-11-23T08:00')
  expect(moments('2026-11-22T12:00')[3]).toBe('2026-11-23T08:00')
})
