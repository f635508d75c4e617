import * as z from 'zod'
import { day, oneOf, text } from '@/lib/fields'
import { GiveOut } from '@/prisma/generated/enums'

const minuteOfDay = z
  .int('Give a time of the day.')
  .min(0, 'Give a time of the day.')
  .max(1440, 'Give a time of the day.')

const span = z
  .strictObject({ from: minuteOfDay, to: minuteOfDay })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'Work ends after it begins.' })

/** Sunday to Saturday, null for a day off. */
export const weekInput = z
  .array(span.nullable())
  .length(7, 'Give seven days, from Sunday to Saturday.')
  .refine((week) => week.some((day) => day !== null), 'Choose at least one working day.')

const longest = 30 * 24 * 60
const minutes = z
  .int('Give a time in whole minutes, such as 15 min or 4h.')
  .min(1, 'Promise at least one minute.')
  .max(longest, 'Promise at most 30 days of 24 hours.')
const limit = (most: number) =>
  z.int('Give a whole number.').min(1, 'Give at least 1, or nothing.').max(most, `Give at most ${most}.`).nullable()
const percent = z.int('Give a whole percentage.').min(1, 'Give 1 to 100 percent.').max(100, 'Give 1 to 100 percent.')

/** The working hours and the promises of both teams. */
export const promiseSettingsInput = z.strictObject({
  week: weekInput,
  holidays: z
    .array(z.strictObject({ day, name: text(100) }), 'Give the holidays as a list.')
    .max(366, 'Give at most 366 holidays.')
    .refine(
      (days) => new Set(days.map((holiday) => holiday.day.getTime())).size === days.length,
      'Give each day once.',
    ),
  acceptWithinMinutes: minutes,
  acceptHotWithinMinutes: minutes,
  touchWithinMinutes: minutes,
  answerWithinMinutes: minutes,
  giveOut: oneOf(Object.values(GiveOut)).default('open'),
  maxHeldLeads: limit(100_000).default(null),
  maxTakenPerDay: limit(10_000).default(null),
  coolDownDays: limit(365).default(null),
  salesTarget: percent,
  marketingTarget: percent,
})
