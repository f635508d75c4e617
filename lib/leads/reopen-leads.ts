import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { recordActivity } from '@/lib/activity/record-activity'
import type { Tx } from '@/lib/db'
import { holdCountingRules } from '@/lib/touchpoints/counting-rules'
import { recountLeads } from '@/lib/touchpoints/recount-leads'
import type { Outcome } from '@/prisma/generated/enums'

/** A closed lead that opens again. */
export type Reopening = { leadId: string; from: Outcome }

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
  await recountLeads(tx, leadIds, { ...(await holdCountingRules(tx)), now, offersRisen: false })
}
