import 'server-only'
import type { Tx } from '@/lib/db'
import { conflict, notFound } from '@/lib/errors'
import type { OffersRisen } from '@/lib/handoffs/automatic-offers'
import { type LockedLead, lockLeads } from '@/lib/leads/lock-leads'
import { wakeResponding } from '@/lib/leads/wake-leads'
import { countingRules } from '@/lib/touchpoints/counting-rules'
import { countOn } from '@/lib/touchpoints/count-on'
import type { NewTouchpoint } from '@/lib/touchpoints/new-touchpoint'
import { countAnew, followStages } from '@/lib/touchpoints/recount-leads'
import { touchesSql } from '@/lib/touchpoints/touches-sql'
import { Prisma } from '@/prisma/generated/client'

type Recording = {
  /** Who logs them; null: a web form. */
  loggedById: string | null
  now: Date
  importId?: string
  bulkActionId?: string
  /** Whether leads that become warm by these touches are offered to Sales by themselves. */
  offersRisen: OffersRisen
  /** The leads, where the caller has locked them. */
  locked?: LockedLead[]
}

/**
 * The one way in for touches, for 1 as for 100,000: locks the leads, writes touches and their lines of history, counts
 * the leads, offers those that have become warm. Returns the ids in the order of the touches.
 *
 * Throws CONFLICT when an outbound touch is for a lead marked do-not-contact, NOT_FOUND when a lead is gone.
 */
export async function recordTouchpoints(tx: Tx, touches: NewTouchpoint[], recording: Recording): Promise<string[]> {
  if (touches.length === 0) return []
  const { loggedById, now, importId, bulkActionId, offersRisen } = recording
  const leadIds = new Set(touches.map(({ leadId }) => leadId))
  const known = recording.locked?.filter(({ leadId }) => leadIds.has(leadId))
  const locked = known ?? (await lockLeads(tx, [...leadIds]))
  // Deleted or merged away between the look and the lock: a touch on a tombstone would be lost.
  if (locked.some(({ isGone }) => isGone)) throw notFound('lead')
  refuseUnwantedContact(touches, locked)
  const rules = await countingRules(tx)
  const written = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    with numbered as (select uuid7() as id, t.* from ${touchesSql(touches)} t),
    touches as (
      insert into touchpoint (id, lead_id, channel, direction, engaged, campaign_id, occurred_at, logged_at,
        logged_by_id, note, external_id, import_id, bulk_action_id, voided_at, voided_by_id)
      select id, "leadId", channel::"Channel", direction::"Direction", engaged, "campaignId", "occurredAt",
        coalesce("loggedAt", ${now}), ${loggedById}::uuid, note, "externalId", ${importId ?? null}::uuid,
        ${bulkActionId ?? null}::uuid, "voidedAt", case when "voidedAt" is not null then ${loggedById}::uuid end
      from numbered order by nth
    ),
    history as (
      insert into activity (lead_id, at, actor_id, type, data, touchpoint_id)
      select "leadId", ${now}, ${loggedById}::uuid, 'touch_logged',
        jsonb_build_object('channel', channel, 'occurredAt', to_char("occurredAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), id
      from numbered order by nth
    )
    select id from numbered order by nth`)
  await wakeResponding(tx, respondingLeads(touches, locked), now)
  const { once, often } = byLead(touches)
  const { changes, leftOver } = await countOn(tx, once, rules)
  const anew = await countAnew(tx, [...often, ...leftOver], { ...rules, now })
  await followStages(tx, [...changes, ...anew], { now, offersRisen })
  return written.map(({ id }) => id)
}

/** The leads that sleep and responded since they were recycled: what Marketing sends wakes nobody. */
function respondingLeads(touches: NewTouchpoint[], leads: LockedLead[]): string[] {
  const asleepSince = new Map(leads.flatMap(({ leadId, asleepSince: at }) => (at ? [[leadId, at] as const] : [])))
  const isResponse = ({ leadId, engaged, occurredAt, voidedAt }: NewTouchpoint) => {
    const since = asleepSince.get(leadId)
    return engaged && !voidedAt && since !== undefined && occurredAt > since
  }
  return [...new Set(touches.filter(isResponse).map(({ leadId }) => leadId))]
}

/** The touches whose lead has no other among these, and the leads that have several, or one with a past of its own. */
function byLead(touches: NewTouchpoint[]): { once: NewTouchpoint[]; often: string[] } {
  const count = new Map<string, number>()
  for (const { leadId, loggedAt, voidedAt } of touches)
    count.set(leadId, (count.get(leadId) ?? 0) + (loggedAt || voidedAt ? 2 : 1))
  return {
    once: touches.filter(({ leadId }) => count.get(leadId) === 1),
    often: [...count].flatMap(([leadId, times]) => (times > 1 ? leadId : [])),
  }
}

function refuseUnwantedContact(touches: NewTouchpoint[], leads: LockedLead[]) {
  const unwanted = new Set(leads.filter(({ doNotContact }) => doNotContact).map(({ leadId }) => leadId))
  if (touches.some(({ leadId, direction }) => direction === 'outbound' && unwanted.has(leadId)))
    throw conflict('This lead is marked do-not-contact: only inbound touches, which came from them, are logged.')
}
