import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { recordActivity } from '@/lib/activity/record-activity'
import type { Tx } from '@/lib/db'
import type { PassedOver } from '@/lib/handoffs/passed-over'
import { touchDueAt } from '@/lib/handoffs/promise'
import { notify } from '@/lib/notifications/notify'
import { promiseRules } from '@/lib/settings/promise-rules'

/**
 * A step: makes the actor the rep of a waiting, locked lead. Whether it was still waiting. `passing`: what they passed
 * over, where they chose it.
 */
export async function claimHandoff(
  tx: Tx,
  actor: Actor,
  handoffId: string,
  now: Date,
  passing?: PassedOver,
): Promise<boolean> {
  const [claimed] = await tx.handoff.updateManyAndReturn({
    where: { id: handoffId, status: 'WAITING' },
    data: {
      status: 'ACCEPTED',
      acceptedAt: now,
      repId: actor.id,
      touchDueAt: touchDueAt(now, await promiseRules(tx)),
      ...passing,
    },
    select: { leadId: true, offeredAt: true, offeredById: true },
  })
  if (!claimed) return false
  const { leadId, offeredAt, offeredById } = claimed
  const [state] = await tx.$queryRaw<{ ownerId: string | null }[]>`
    update lead_state set desk = 'SALES', rep_id = ${actor.id}::uuid, first_accepted_at = coalesce(first_accepted_at, ${now})
    where lead_id = ${leadId}::uuid returning owner_id as "ownerId"`
  const afterMinutes = Math.max(0, Math.round((now.getTime() - offeredAt.getTime()) / 60_000))
  await recordActivity(tx, { actorId: actor.id, now }, [
    { type: 'handoff_accepted', leadId, handoffId, data: { afterMinutes } },
  ])
  const offerer = offeredById ?? state?.ownerId ?? null
  await notify(tx, 'accepted', { actorId: actor.id, now }, [
    { key: handoffId, to: [offerer], leadId, handoffId, data: {} },
  ])
  return true
}
