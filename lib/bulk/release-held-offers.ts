import 'server-only'
import { bulkFacts } from '@/lib/bulk/input'
import { heldOfferCounts, perDayOf } from '@/lib/bulk/held-offers'
import { db, type Tx } from '@/lib/db'
import { offerableLeads } from '@/lib/handoffs/automatic-offers'
import { offerLeads } from '@/lib/handoffs/offer-leads'
import { isWorkingTime } from '@/lib/handoffs/business-clock'
import { lockLeads } from '@/lib/leads/lock-leads'
import { gatherNotifications } from '@/lib/notifications/notify'
import { workingHours } from '@/lib/settings/promise-rules'
import type { Prisma } from '@/prisma/generated/client'

/** Leads that are offered in one transaction. */
const mostAtOnce = 2000

/**
 * Offers what bulk actions hold back and is due: of each at most its number a working day, the leads with the most
 * touches first. What was missed while no process ran is not made up for. An offer whose reason has gone is dropped.
 * Done by the clock; processes that do it at once don't get in each other's way.
 */
export async function releaseHeldOffers(now = new Date(), which: Prisma.BulkActionWhereInput = {}): Promise<void> {
  const holding = await db.bulkAction.findMany({
    where: { AND: [which, { status: { notIn: ['running', 'undoing'] }, heldOffers: { some: { settledAt: null } } }] },
    select: { id: true },
  })
  for (const { id } of holding) {
    await dropReasonless(id, now)
    while (await db.$transaction((tx) => releaseSome(tx, id, now), { maxWait: 20_000, timeout: 120_000 }));
  }
}

/** Returns whether there may be more to release. */
async function releaseSome(tx: Tx, bulkActionId: string, now: Date): Promise<boolean> {
  const [action] = await tx.$queryRaw<{ facts: unknown; createdById: string }[]>`
    select facts, created_by_id as "createdById" from bulk_action where id = ${bulkActionId}::uuid
    for update skip locked`
  if (!action) return false
  const facts = bulkFacts.parse(action.facts)
  const leadIds = await dueLeads(tx, bulkActionId, await allowance(tx, bulkActionId, perDayOf(facts), now))
  if (leadIds.length === 0) return false
  await lockLeads(tx, leadIds)
  const offered = await offerableLeads(tx, leadIds, facts.kind === 'touch' ? { stage: { not: 'COLD' } } : {})
  await gatherNotifications(tx, `bulk ${bulkActionId} on ${now.toISOString().slice(0, 10)}`)
  await offerLeads(tx, offered, {
    now,
    ...(facts.kind === 'offer'
      ? { origin: 'manual', offeredById: action.createdById, ...(facts.note ? { note: facts.note } : {}) }
      : { origin: 'automatic', offeredById: null }),
  })
  await tx.heldOffer.updateMany({
    where: { bulkActionId, settledAt: null, leadId: { in: offered } },
    data: { settledAt: now },
  })
  return offered.length === mostAtOnce
}

/** Drops the offers that can not be made any more, each with its reason. */
async function dropReasonless(bulkActionId: string, now: Date): Promise<void> {
  await db.$executeRaw`
    with judged as (
      select h.id, case
        when s.deleted_at is not null then 'Deleted meanwhile.'
        when s.outcome <> 'OPEN' then 'Closed meanwhile.'
        when s.do_not_contact then 'Marked do-not-contact.'
        when s.desk = 'QUEUE' then 'Waits for Sales already.'
        when s.desk = 'SALES' then 'Sales has it already.'
        when a.kind = 'touch' and s.stage = 'COLD' then 'Cold again: touches were taken back.'
      end as why
      from held_offer h join lead_state s on s.lead_id = h.lead_id join bulk_action a on a.id = h.bulk_action_id
      where h.bulk_action_id = ${bulkActionId}::uuid and h.settled_at is null
    )
    update held_offer h set settled_at = ${now}, dropped_why = judged.why
    from judged where judged.id = h.id and judged.why is not null and h.settled_at is null`
}

/** How many leads may be offered at this moment. Without a pace all of them, whatever the hour. */
async function allowance(tx: Tx, bulkActionId: string, perDay: number | undefined, now: Date): Promise<number> {
  if (perDay === undefined) return mostAtOnce
  const hours = await workingHours(tx)
  if (!isWorkingTime(now, hours)) return 0
  const { offeredToday } = await heldOfferCounts(bulkActionId, { now, timeZone: hours.timeZone }, tx)
  return Math.min(mostAtOnce, perDay - offeredToday)
}

async function dueLeads(tx: Tx, bulkActionId: string, most: number): Promise<string[]> {
  if (most <= 0) return []
  const rows = await tx.$queryRaw<{ leadId: string }[]>`
    select h.lead_id as "leadId" from held_offer h join lead_state s on s.lead_id = h.lead_id
    where h.bulk_action_id = ${bulkActionId}::uuid and h.settled_at is null
    group by h.lead_id, s.touch_count
    order by s.touch_count desc, h.lead_id limit ${most}`
  return rows.map(({ leadId }) => leadId)
}
