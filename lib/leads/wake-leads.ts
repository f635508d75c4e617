import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import type { ActivityFacts } from '@/lib/activity/activity'
import { todayIn } from '@/lib/calendar-day'
import { db, type Tx } from '@/lib/db'
import { gatherNotifications, notify } from '@/lib/notifications/notify'
import { companySettings } from '@/lib/settings/queries'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** Leads that wake in one transaction. */
const mostAtOnce = 1000

/** Recycled leads whose day has come are to be warmed up again. Done by the clock; each wakes once. */
export async function wakeLeads(now = new Date()): Promise<void> {
  const { timeZone } = await companySettings()
  const today = todayIn(timeZone, now)
  const sleepers = sql`
    select lead_id from lead_state where wake_on <= ${today}::date
    order by lead_id limit ${mostAtOnce} for no key update skip locked`
  const wakeSome = async (tx: Tx) => {
    await gatherNotifications(tx, `woke on ${today}`)
    return wake(tx, sleepers, 'day', now)
  }
  while ((await db.$transaction(wakeSome)) === mostAtOnce);
}

/** A step: locked leads that sleep wake before their day, since they responded. */
export async function wakeResponding(tx: Tx, leadIds: string[], now: Date): Promise<void> {
  if (leadIds.length === 0) return
  await wake(tx, sql`select unnest(${leadIds}::uuid[])`, 'response', now)
}

/** Returns how many of the leads slept. */
async function wake(tx: Tx, which: Prisma.Sql, why: ActivityFacts['lead_woke']['why'], now: Date): Promise<number> {
  const woken = await tx.$queryRaw<{ leadId: string; ownerId: string | null }[]>(sql`
    update lead_state set wake_on = null where lead_id in (${which}) and wake_on is not null
    returning lead_id as "leadId", owner_id as "ownerId"`)
  await recordActivity(
    tx,
    { actorId: null, now },
    woken.map(({ leadId }) => ({ type: 'lead_woke', leadId, data: { why } })),
  )
  await notify(
    tx,
    'lead_woke',
    { actorId: null, now },
    woken.map(({ leadId, ownerId }) => ({
      key: `${leadId} ${now.toISOString()}`,
      to: [ownerId],
      leadId,
      data: { why },
    })),
  )
  return woken.length
}
