import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dueAfter,
  isWorkingTime,
  nextWorkingTime,
  startOfDay,
  workingTime,
  type WorkingHours,
} from '@/lib/handoffs/business-clock'

const office = { from: 9 * 60, to: 17 * 60 }
const weekdays = [null, office, office, office, office, office, null]
const hoursIn = (timeZone: string, holidays: string[] = []): WorkingHours => ({
  timeZone,
  week: weekdays,
  holidays,
})
const stockholm = hoursIn('Europe/Stockholm', ['2026-12-24', '2026-12-25'])
const at = (local: string, offset = '+01:00') => new Date(`${local}${offset}`)

const due = (from: Date, minutes: number, hours = stockholm) => dueAfter(from, minutes, hours)

test('a promise of four hours runs over the night, the weekend and the holidays', () => {
  expect(due(at('2026-11-23T10:00'), 240)).toEqual(at('2026-11-23T14:00'))
  expect(due(at('2026-11-23T15:30'), 240)).toEqual(at('2026-11-24T11:30'))
  expect(due(at('2026-11-23T22:00'), 240)).toEqual(at('2026-11-24T13:00'))
  expect(due(at('2026-11-27T16:45'), 15)).toEqual(at('2026-11-27T17:00'))
  expect(due(at('2026-11-27T16:50'), 15)).toEqual(at('2026-11-30T09:05'))
  expect(due(at('2026-12-23T16:00'), 120)).toEqual(at('2026-12-28T10:00'))
  expect(due(at('2026-11-28T12:00'), 0)).toEqual(at('2026-11-30T09:00'))
})

test('the clock of the wall counts: when it is put forward or back a day of work is as long as ever', () => {
  const friday = at('2026-03-27T16:00')
  expect(due(friday, 120)).toEqual(at('2026-03-30T10:00', '+02:00'))
  expect(due(at('2026-10-23T16:00', '+02:00'), 120)).toEqual(at('2026-10-26T10:00'))
  const night: WorkingHours = { ...stockholm, week: Array.from({ length: 7 }, () => ({ from: 0, to: 6 * 60 })) }
  // From midnight to six there are five hours in spring and seven in autumn.
  expect(workingTime(at('2026-03-29T00:00'), at('2026-03-29T12:00', '+02:00'), night)).toBe(5 * 3_600_000)
  expect(workingTime(at('2026-10-25T00:00', '+02:00'), at('2026-10-25T12:00'), night)).toBe(7 * 3_600_000)
})

test('the same moment is working time in one zone and night in another', () => {
  const noon = at('2026-11-24T12:00')
  expect(isWorkingTime(noon, stockholm)).toBe(true)
  expect(isWorkingTime(noon, hoursIn('America/Los_Angeles'))).toBe(false)
  expect(nextWorkingTime(noon, hoursIn('America/Los_Angeles'))).toEqual(new Date('2026-11-24T17:00Z'))
  expect(nextWorkingTime(noon, stockholm)).toEqual(noon)
  expect(nextWorkingTime(at('2026-12-24T12:00'), stockholm)).toEqual(at('2026-12-28T09:00'))
})

test('work that ends at midnight goes on the next day without a break', () => {
  const always: WorkingHours = {
    ...stockholm,
    week: Array.from({ length: 7 }, () => ({ from: 0, to: 1440 })),
    holidays: [],
  }
  const late = at('2026-11-23T23:00')
  expect(due(late, 240, always)).toEqual(at('2026-11-24T03:00'))
  expect(workingTime(late, at('2026-11-26T23:00'), always)).toBe(3 * 24 * 3_600_000)
})

test('where nobody ever works it says so instead of searching for ever', () => {
  const never: WorkingHours = { ...stockholm, week: Array.from({ length: 7 }, () => null) }
  expect(() => due(at('2026-11-23T10:00'), 1, never)).toThrow(RangeError)
  expect(() => nextWorkingTime(at('2026-11-23T10:00'), never)).toThrow(RangeError)
  expect(workingTime(at('2026-11-23T10:00'), at('2026-12-23T10:00'), never)).toBe(0)
})

test('a day begins at midnight of the company, on the day that the clocks change too', () => {
  expect(startOfDay(at('2026-11-27T00:30'), 'Europe/Stockholm')).toEqual(at('2026-11-27T00:00'))
  expect(startOfDay(at('2026-03-29T12:00', '+02:00'), 'Europe/Stockholm')).toEqual(at('2026-03-29T00:00'))
})

const shownIn = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = shownIn.get(timeZone)
  const clock = known ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  shownIn.set(timeZone, clock)
  return clock
}

/** Says for one moment alone whether people work, by the clock that Intl shows: another way than the one under test. */
function worksAt(moment: Date, { timeZone, week, holidays }: WorkingHours): boolean {
  const [day = '', clock = ''] = clockOf(timeZone).format(moment).split(' ')
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  const span = week[new Date(`${day}T12:00:00Z`).getUTCDay()]
  const minutes = hour * 60 + minute
  return Boolean(span && !holidays.includes(day) && minutes >= span.from && minutes < span.to)
}

const quarter = 15 * 60_000
// No span begins or ends between midnight and three, where clocks are changed: such a moment is there twice, or never.
const span = fc
  .tuple(fc.constantFrom(0, 12, 20, 36, 60, 94), fc.integer({ min: 12, max: 96 }))
  .filter(([from, to]) => from < to)
  .map(([from, to]) => ({ from: from * 15, to: to * 15 }))
const anyHours = fc.record({
  timeZone: fc.constantFrom('Europe/Stockholm', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'),
  week: fc.array(fc.option(span), { minLength: 7, maxLength: 7 }).filter((week) => week.some((day) => day !== null)),
  holidays: fc.subarray(['2026-03-29', '2026-03-30', '2026-04-06', '2026-11-02']),
})
// Around the days on which clocks change, in Europe, America and Australia.
const anyStart = fc
  .tuple(
    fc.constantFrom('2026-03-06', '2026-03-27', '2026-04-03', '2026-10-23', '2026-10-30'),
    fc.integer({ min: 0, max: 500 }),
  )
  .map(([day, quarters]) => new Date(Date.parse(`${day}T00:00Z`) + quarters * quarter))

test('working time is the sum of the moments at which people work, and a promise ends when it has passed', () => {
  fc.assert(
    fc.property(anyHours, anyStart, fc.integer({ min: 1, max: 400 }), (hours, from, quarters) => {
      const to = new Date(from.getTime() + quarters * quarter)
      let worked = 0
      for (let moment = from.getTime(); moment < to.getTime(); moment += quarter)
        if (worksAt(new Date(moment), hours)) worked += quarter
      expect(workingTime(from, to, hours)).toBe(worked)
      expect(workingTime(to, from, hours)).toBe(worked === 0 ? -0 : -worked)
      const end = dueAfter(from, worked / 60_000, hours)
      expect(workingTime(from, end, hours)).toBe(worked)
      if (worked > 0) {
        expect(end.getTime()).toBeLessThanOrEqual(to.getTime())
        expect(worksAt(new Date(end.getTime() - quarter), hours)).toBe(true)
      }
    }),
    { numRuns: 150 },
  )
})
