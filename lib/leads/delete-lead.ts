import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import { command } from '@/lib/command'
import { endHandoffs } from '@/lib/handoffs/end-handoffs'
import { leadIdInput } from '@/lib/leads/input'
import { lockLead } from '@/lib/leads/queries'

/** Takes a lead away for everybody. Its row stays as a tombstone, so that reports of the past remain as they were. */
export const deleteLead = command({ ability: 'lead.delete', input: leadIdInput }, async ({ tx, actor, input, now }) => {
  const { leadId } = input
  await lockLead(tx, actor, leadId)
  await endHandoffs(tx, [leadId], { why: 'lead_deleted', byId: actor.id, now })
  await tx.lead.update({ where: { id: leadId }, data: { deletedAt: now, deletedById: actor.id } })
  await recordActivity(tx, { actorId: actor.id, now }, [{ type: 'lead_deleted', leadId, data: {} }])
})
