import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { type BulkFacts, bulkFacts } from '@/lib/bulk/input'
import { db, type Tx } from '@/lib/db'
import { startOfDay } from '@/lib/handoffs/business-clock'
import { type Pace, paceOf } from '@/lib/handoffs/pace'
import { leadName, leadNameSelect } from '@/lib/leads/lead-shape'
import { workingHours } from '@/lib/settings/promise-rules'

/** How many offers of a bulk action wait, were made, today among them, and were dropped. */
export type HeldOfferCounts = { waiting: number; offered: number; offeredToday: number; dropped: number }

export async function heldOfferCounts(
  bulkActionId: string,
  { now, timeZone }: { now: Date; timeZone: string },
  tx: Tx = db,
): Promise<HeldOfferCounts> {
  const [counts] = await tx.$queryRaw<HeldOfferCounts[]>`
    select count(*) filter (where settled_at is null)::int as waiting,
      count(*) filter (where settled_at is not null and dropped_why is null)::int as offered,
      count(*) filter (where settled_at >= ${startOfDay(now, timeZone)} and dropped_why is null)::int as "offeredToday",
      count(*) filter (where dropped_why is not null)::int as dropped
    from held_offer where bulk_action_id = ${bulkActionId}::uuid`
  if (!counts) throw new Error('a count without a row')
  return counts
}

/** How many leads an action offers a working day; undefined: all at once. */
export const perDayOf = (facts: BulkFacts): number | undefined =>
  'offersPerDay' in facts ? facts.offersPerDay : undefined

/** What became of the offers of a bulk action that has a pace, and when the others are made; null: it holds none back. */
export type HeldOffers = Omit<HeldOfferCounts, 'offeredToday'> & { pace: Pace | null }

export async function heldOffersOf(
  bulkActionId: string,
  facts: BulkFacts,
  now: Date,
  tx: Tx = db,
): Promise<HeldOffers | null> {
  const hours = await workingHours(tx)
  const { offeredToday, ...counts } = await heldOfferCounts(bulkActionId, { now, timeZone: hours.timeZone }, tx)
  const perDay = perDayOf(facts)
  if (perDay === undefined && counts.waiting + counts.offered + counts.dropped === 0) return null
  const pace = perDay ? paceOf(counts.waiting, { perDay, goneToday: offeredToday, now, hours }) : null
  return { ...counts, pace }
}

/** Leads whose offer waits, and those whose offer was dropped with the reason; at most `limit` of each. */
export async function listHeldOffers(actor: Actor, bulkActionId: string, limit: number) {
  authorise(actor, 'bulk.run')
  const [waiting, dropped] = await Promise.all([
    db.heldOffer.findMany({
      where: { bulkActionId, settledAt: null },
      orderBy: [{ lead: { state: { touchCount: 'desc' } } }, { leadId: 'asc' }],
      take: limit,
      select: { lead: { select: { ...leadNameSelect, state: { select: { touchCount: true } } } } },
    }),
    db.heldOffer.findMany({
      where: { bulkActionId, droppedWhy: { not: null } },
      orderBy: { id: 'asc' },
      take: limit,
      select: { droppedWhy: true, lead: { select: leadNameSelect } },
    }),
  ])
  return {
    waiting: waiting.map(({ lead }) => ({
      lead: { id: lead.id, name: leadName(lead) },
      touchCount: lead.state?.touchCount ?? 0,
    })),
    dropped: dropped.map(({ lead, droppedWhy }) => ({
      lead: { id: lead.id, name: leadName(lead) },
      why: droppedWhy ?? '',
    })),
  }
}

/** The bulk action that holds back the offer of a lead, with its pace; null: none does. */
export async function findHolding(actor: Actor, leadId: string) {
  authorise(actor, 'bulk.run')
  const held = await db.heldOffer.findFirst({
    where: { leadId, settledAt: null },
    orderBy: { id: 'asc' },
    select: { bulkAction: { select: { id: true, facts: true, campaign: { select: { name: true } } } } },
  })
  if (!held) return null
  const { id, facts, campaign } = held.bulkAction
  return { bulkActionId: id, campaign: campaign?.name ?? null, perDay: perDayOf(bulkFacts.parse(facts)) }
}
