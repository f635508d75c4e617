import { expect, test } from 'vitest'
import { formFields } from '@/lib/forms/form-fields'
import { clockOf, holidaysWritten, minutesOf, minutesWritten, promiseFields } from '@/lib/settings/promise-fields'

test('spans are read as people write them and written so that they can be read', () => {
  expect(['15 min', '4h', '1h 30m', '90', '2 hours', ' 45m '].map(minutesOf)).toEqual([15, 240, 90, 90, 120, 45])
  expect(['', 'soon', '-5', '1.5h', 'h'].map(minutesOf)).toEqual([NaN, NaN, NaN, NaN, NaN])
  for (const minutes of [1, 15, 60, 90, 240, 1440, 43_200]) expect(minutesOf(minutesWritten(minutes))).toBe(minutes)
})

test('a week is read from its fields: a day that is not ticked is off, midnight ends a day as well as it begins one', () => {
  const form = new FormData()
  const typed = {
    'works.1': 'on',
    'from.1': '00:00',
    'to.1': '00:00',
    'from.2': '09:00',
    'to.2': '17:00',
    'works.3': 'on',
  }
  for (const [name, value] of Object.entries({ ...typed, 'from.3': '08:15', 'to.3': '' })) form.set(name, value)
  form.set('holidays', '2026-12-25 Christmas Day\n\n 2026-12-26\n')
  const { week, holidays } = promiseFields(formFields(form))
  expect(week.slice(0, 4)).toEqual([null, { from: 0, to: 1440 }, null, { from: 495, to: NaN }])
  expect(holidays).toEqual([
    { day: '2026-12-25', name: 'Christmas Day' },
    { day: '2026-12-26', name: 'Holiday' },
  ])
  expect(holidaysWritten(holidays as { day: string; name: string }[])).toBe(
    '2026-12-25 Christmas Day\n2026-12-26 Holiday',
  )
  expect([0, 540, 1440].map(clockOf)).toEqual(['00:00', '09:00', '00:00'])
})
