import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import type { Tx } from '@/lib/db'
import { holdCountingRules } from '@/lib/touchpoints/counting-rules'
import { recountLeads } from '@/lib/touchpoints/recount-leads'
import type { Prisma } from '@/prisma/generated/client'

/**
 * A step: voids the touches among `which` that are not voided yet, on locked leads. They stay in the history, and
 * everything derived is as if they had not been. Returns how many it voided.
 */
export async function voidTouchpoints(
  tx: Tx,
  which: Prisma.TouchpointWhereInput,
  { voidedById, now }: { voidedById: string; now: Date },
): Promise<number> {
  const voided = await tx.touchpoint.updateManyAndReturn({
    where: { AND: [which, { voidedAt: null }] },
    data: { voidedAt: now, voidedById },
    select: { id: true, leadId: true, channel: true, occurredAt: true },
  })
  await recordActivity(
    tx,
    { actorId: voidedById, now },
    voided.map(({ id, leadId, channel, occurredAt }) => ({
      type: 'touch_voided',
      leadId,
      touchpointId: id,
      data: { channel, occurredAt: occurredAt.toISOString() },
    })),
  )
  const leadIds = [...new Set(voided.map(({ leadId }) => leadId))]
  await recountLeads(tx, leadIds, { ...(await holdCountingRules(tx)), now, offersRisen: false })
  return voided.length
}
