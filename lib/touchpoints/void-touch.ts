import 'server-only'
import { command } from '@/lib/command'
import { conflict, forbidden, notFound } from '@/lib/errors'
import { visibleLeads } from '@/lib/access/scopes'
import { getLead, lockLead } from '@/lib/leads/queries'
import { voidTouchInput } from '@/lib/touchpoints/input'
import { voidTouchpoints } from '@/lib/touchpoints/void-touchpoints'

/**
 * Voids a touch that was a mistake: it stays in the history, and everything derived is as if it had not been.
 *
 * Throws FORBIDDEN for somebody else's touch (managers and admins void any), CONFLICT when it is voided already.
 */
export const voidTouch = command(
  { ability: 'touch.void', input: voidTouchInput },
  async ({ tx, actor, input, now }) => {
    const touch = await tx.touchpoint.findFirst({
      where: { id: input.touchpointId, revertedAt: null, lead: { is: visibleLeads(actor) } },
      include: { voidedBy: { select: { name: true } } },
    })
    if (!touch) throw notFound('touch')
    const { id, leadId } = touch
    if (touch.loggedById !== actor.id && actor.role !== 'manager' && actor.role !== 'admin')
      throw forbidden('Only the person who logged this touch, or a manager, may void it.')
    await lockLead(tx, actor, leadId)
    if ((await voidTouchpoints(tx, { id }, { voidedById: actor.id, now })) === 0)
      throw conflict('This touch is voided already.')
    return { lead: await getLead(actor, leadId, tx) }
  },
)
