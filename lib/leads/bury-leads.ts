import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import type { Tx } from '@/lib/db'
import { endHandoffs } from '@/lib/handoffs/end-handoffs'
import { cancelTasksOf } from '@/lib/tasks/cancel-tasks-of'

/** A step: takes locked leads away for everybody. Their rows stay as tombstones, so that reports of the past stay true. */
export async function buryLeads(tx: Tx, leadIds: string[], { byId, now }: { byId: string; now: Date }): Promise<void> {
  await endHandoffs(tx, leadIds, { why: 'lead_deleted', byId, now })
  await cancelTasksOf(tx, leadIds, now)
  await tx.lead.updateMany({ where: { id: { in: leadIds } }, data: { deletedAt: now, deletedById: byId } })
  await tx.leadState.updateMany({ where: { leadId: { in: leadIds } }, data: { deletedAt: now } })
  await recordActivity(
    tx,
    { actorId: byId, now },
    leadIds.map((leadId) => ({ type: 'lead_deleted', leadId, data: {} })),
  )
}
