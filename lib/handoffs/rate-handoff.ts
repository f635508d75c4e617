import 'server-only'
import { isOwn } from '@/lib/access/scopes'
import { recordActivity } from '@/lib/activity/record-activity'
import { command } from '@/lib/command'
import { conflict, forbidden } from '@/lib/errors'
import { rateHandoffInput } from '@/lib/handoffs/input'
import { getHandoff, lockHandoff } from '@/lib/handoffs/queries'
import { whoHas } from '@/lib/handoffs/who-has'

/**
 * Sales says how good a lead is that it accepted or sent back; the last word counts. It is what Marketing learns from.
 *
 * Throws FORBIDDEN for a rep who neither had nor returned it, CONFLICT for one that Sales has not answered.
 */
export const rateHandoff = command(
  { ability: 'handoff.return', input: rateHandoffInput },
  async ({ tx, actor, input: { handoffId, quality }, now }) => {
    const {
      leadId,
      acceptedAt,
      returnedAt,
      repId,
      returnedById,
      quality: before,
    } = await lockHandoff(tx, actor, handoffId)
    if (!acceptedAt && !returnedAt) throw conflict('Accept this lead or send it back, then say how good it is.')
    if (actor.role === 'rep' && !isOwn(actor, repId ?? returnedById)) throw forbidden(await whoHas(tx, leadId, now))
    if (quality !== before) {
      await tx.handoff.update({ where: { id: handoffId }, data: { quality, ratedAt: now, ratedById: actor.id } })
      await recordActivity(tx, { actorId: actor.id, now }, [
        { type: 'handoff_rated', leadId, handoffId, data: { quality } },
      ])
    }
    return getHandoff(actor, handoffId, now, tx)
  },
)
