import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db, type Tx } from '@/lib/db'
import { promiseRules } from '@/lib/settings/promise-rules'

/** What the teams promise each other, when the company works, and its holidays with their names. */
export async function promiseSettings(actor: Actor, tx: Tx = db) {
  authorise(actor, 'settings.edit')
  const { hours, ...promises } = await promiseRules(tx)
  const limits = await tx.settings.findUniqueOrThrow({
    where: { id: 1 },
    select: { maxHeldLeads: true, maxTakenPerDay: true, coolDownDays: true },
  })
  const holidays = await tx.holiday.findMany({ orderBy: { day: 'asc' } })
  return {
    ...promises,
    ...limits,
    week: hours.week,
    holidays: holidays.map(({ day, name }) => ({ day: day.toISOString().slice(0, 10), name })),
  }
}

export type PromiseSettings = Awaited<ReturnType<typeof promiseSettings>>
