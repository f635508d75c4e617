import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import { command } from '@/lib/command'
import { conflict, forbidden, notFound } from '@/lib/errors'
import { visibleLeads } from '@/lib/access/scopes'
import { getLead, lockLead } from '@/lib/leads/queries'
import { holdCountingRules } from '@/lib/touchpoints/counting-rules'
import { voidTouchInput } from '@/lib/touchpoints/input'
import { recountLeads } from '@/lib/touchpoints/recount-leads'

/**
 * Voids a touch that was a mistake: it stays in the history, and everything derived is as if it had not been.
 *
 * Throws FORBIDDEN for somebody else's touch (managers and admins void any), CONFLICT when it is voided already.
 */
export const voidTouch = command(
  { ability: 'touch.void', input: voidTouchInput },
  async ({ tx, actor, input, now }) => {
    const touch = await tx.touchpoint.findFirst({
      where: { id: input.touchpointId, lead: { is: visibleLeads(actor) } },
      include: { voidedBy: { select: { name: true } } },
    })
    if (!touch) throw notFound('touch')
    const { id, leadId, channel, occurredAt } = touch
    if (touch.loggedById !== actor.id && actor.role !== 'manager' && actor.role !== 'admin')
      throw forbidden('Only the person who logged this touch, or a manager, may void it.')
    await lockLead(tx, actor, leadId)
    const voided = await tx.touchpoint.updateMany({
      where: { id, voidedAt: null },
      data: { voidedAt: now, voidedById: actor.id },
    })
    if (voided.count === 0) throw conflict('This touch is voided already.')
    await recordActivity(tx, { actorId: actor.id, now }, [
      { type: 'touch_voided', leadId, touchpointId: id, data: { channel, occurredAt: occurredAt.toISOString() } },
    ])
    await recountLeads(tx, [leadId], { ...(await holdCountingRules(tx)), now, offersRisen: false })
    return { lead: await getLead(actor, leadId, tx) }
  },
)
