import 'server-only'
import { db, type Tx } from '@/lib/db'
import type { WorkingHours } from '@/lib/handoffs/business-clock'
import type { PromiseRules } from '@/lib/handoffs/promise'
import { weekInput } from '@/lib/settings/promise-input'

/** The promises, how leads are given out, limits, working hours and holidays as they are saved. */
export async function savedPromises(tx: Tx) {
  const { week, ...settings } = await tx.settings.findUniqueOrThrow({
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
      giveOut: true,
      maxHeldLeads: true,
      maxTakenPerDay: true,
      coolDownDays: true,
    },
  })
  const holidays = await tx.holiday.findMany({ orderBy: { day: 'asc' } })
  return {
    ...settings,
    week: weekInput.parse(week),
    holidays: holidays.map(({ day, name }) => ({ day: day.toISOString().slice(0, 10), name })),
  }
}

/** The promises that are made from now on, and the hours in which they run. */
export async function promiseRules(tx: Tx = db): Promise<PromiseRules> {
  const { week, timeZone, holidays, ...settings } = await savedPromises(tx)
  return { ...settings, hours: { timeZone, week, holidays: holidays.map(({ day }) => day) } }
}

/** When the company works. */
export const workingHours = async (tx: Tx = db): Promise<WorkingHours> => (await promiseRules(tx)).hours
