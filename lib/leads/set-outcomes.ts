import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { recordActivity } from '@/lib/activity/record-activity'
import type { Tx } from '@/lib/db'
import { withdrawOffers } from '@/lib/handoffs/withdraw-offers'
import { holdCountingRules } from '@/lib/touchpoints/counting-rules'
import { recountLeads } from '@/lib/touchpoints/recount-leads'
import { Prisma } from '@/prisma/generated/client'
import type { Outcome, Reason } from '@/prisma/generated/enums'

/** How a lead ended. A loss has a reason, a win has none. */
export type Closing = {
  leadId: string
  outcome: 'WON' | 'LOST'
  reason?: Reason | undefined
  note?: string | undefined
  value?: number | undefined
  closedAt: Date
}

/** A closed lead that opens again. */
export type Reopening = { leadId: string; from: Outcome }

/** A step: ends the open handoffs of locked leads that are closed: an accepted one is CLOSED, a waiting offer withdrawn. */
export async function endHandoffs(tx: Tx, actor: Actor, leadIds: string[], now: Date): Promise<void> {
  const of = { leadId: { in: leadIds } }
  await tx.handoff.updateMany({ where: { ...of, status: 'ACCEPTED' }, data: { status: 'CLOSED', closedAt: now } })
  await withdrawOffers(tx, of, { why: 'lead_closed', byId: actor.id, now })
}

/**
 * A step: writes the outcomes of locked leads, each lead once, with their rows of change and lines of history, and
 * counts up to the close.
 */
export async function setOutcomes(tx: Tx, actor: Actor, closings: Closing[], now: Date): Promise<void> {
  if (closings.length === 0) return
  const rows = closings.map(({ leadId, outcome, reason, note, closedAt }) => ({
    lead_id: leadId,
    outcome,
    reason: reason ?? null,
    note: note ?? null,
    closed_at: closedAt,
  }))
  await tx.$executeRaw(Prisma.sql`
    with closings as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json)
        as r(lead_id uuid, outcome "Outcome", reason "Reason", note text, closed_at timestamptz(3))
    ),
    closed as (
      update lead_state s
      set outcome = c.outcome, lost_reason = c.reason, closed_at = c.closed_at, wake_on = null
      from closings c where s.lead_id = c.lead_id
    )
    insert into outcome_change (lead_id, outcome, reason, note, closed_at, recorded_at, by_id)
    select lead_id, outcome, reason, note, closed_at, ${now}, ${actor.id}::uuid from closings`)
  await recordActivity(
    tx,
    { actorId: actor.id, now },
    closings.map(({ leadId, outcome, reason, note, value, closedAt }) => ({
      type: 'lead_closed',
      leadId,
      data: {
        outcome,
        closedAt: closedAt.toISOString(),
        ...(reason ? { reason } : {}),
        ...(note ? { note } : {}),
        ...(value === undefined ? {} : { value: String(value) }),
      },
    })),
  )
  await recount(tx, closings, now)
}

/** A step: opens locked closed leads again, on the SALES desk those that have a rep, the others on MARKETING. */
export async function reopenLeads(tx: Tx, actor: Actor, reopenings: Reopening[], now: Date): Promise<void> {
  if (reopenings.length === 0) return
  const leadIds = reopenings.map(({ leadId }) => leadId)
  await tx.$executeRaw`
    update lead_state
    set outcome = 'OPEN', lost_reason = null, closed_at = null,
      desk = case when rep_id is null then 'MARKETING' else 'SALES' end::"Desk"
    where lead_id = any(${leadIds}::uuid[])`
  await tx.outcomeChange.createMany({
    data: leadIds.map((leadId) => ({ leadId, outcome: 'OPEN', recordedAt: now, byId: actor.id })),
  })
  await recordActivity(
    tx,
    { actorId: actor.id, now },
    reopenings.map(({ leadId, from }) => ({ type: 'lead_reopened', leadId, data: { from } })),
  )
  await recount(tx, reopenings, now)
}

const recount = async (tx: Tx, leads: { leadId: string }[], now: Date) =>
  recountLeads(
    tx,
    leads.map(({ leadId }) => leadId),
    { ...(await holdCountingRules(tx)), now, offersRisen: false },
  )
