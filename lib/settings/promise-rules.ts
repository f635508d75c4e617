import 'server-only'
import { db, type Tx } from '@/lib/db'
import type { WorkingHours } from '@/lib/handoffs/business-clock'
import type { PromiseRules } from '@/lib/handoffs/promise'
import { weekInput } from '@/lib/settings/promise-input'

/** The promises that are made from now on, and the hours in which they run. */
export async function promiseRules(tx: Tx = db): Promise<PromiseRules> {
  const { week, timeZone, ...settings } = await tx.settings.findUniqueOrThrow({
    where: { id: 1 },
    select: {
      week: true,
      timeZone: true,
      acceptWithinMinutes: true,
      acceptHotWithinMinutes: true,
      touchWithinMinutes: true,
      answerWithinMinutes: true,
      salesTarget: true,
      marketingTarget: true,
    },
  })
  const holidays = await tx.holiday.findMany({ orderBy: { day: 'asc' }, select: { day: true } })
  const days = holidays.map(({ day }) => day.toISOString().slice(0, 10))
  return { ...settings, hours: { timeZone, week: weekInput.parse(week), holidays: days } }
}

/** When the company works. */
export const workingHours = async (tx: Tx = db): Promise<WorkingHours> => (await promiseRules(tx)).hours
