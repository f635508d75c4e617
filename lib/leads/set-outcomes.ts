import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { recordActivity } from '@/lib/activity/record-activity'
import type { Tx } from '@/lib/db'
import { cancelTasksOf } from '@/lib/tasks/cancel-tasks-of'
import { holdCountingRules } from '@/lib/touchpoints/counting-rules'
import { recountLeads } from '@/lib/touchpoints/recount-leads'
import { Prisma } from '@/prisma/generated/client'
import type { Reason } from '@/prisma/generated/enums'

/** How a lead ended. A loss has a reason, a win has none. */
export type Closing = {
  leadId: string
  outcome: 'WON' | 'LOST'
  reason?: Reason | undefined
  note?: string | undefined
  value?: number | undefined
  closedAt: Date
}

/**
 * A step: writes the outcomes of locked leads, each lead once, with their rows of change and lines of history, cancels
 * their open tasks, and counts up to the close.
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
  const leadIds = closings.map(({ leadId }) => leadId)
  await cancelTasksOf(tx, leadIds, now)
  await recountLeads(tx, leadIds, { ...(await holdCountingRules(tx)), now, offersRisen: false })
}
