import 'server-only'
import type { ActivityFacts } from '@/lib/activity/activity'
import { recordActivity } from '@/lib/activity/record-activity'
import type { Tx } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

export type Withdrawal = {
  why: ActivityFacts['handoff_withdrawn']['why']
  /** Null: by a rule. */
  byId: string | null
  now: Date
}

/**
 * A step: takes back the WAITING offers among `which`; their leads, which are locked, return to the MARKETING desk.
 * Returns the ids of the handoffs withdrawn: an offer that somebody accepted meanwhile is not among them.
 */
export async function withdrawOffers(tx: Tx, which: Prisma.HandoffWhereInput, { why, byId, now }: Withdrawal) {
  const withdrawn = await tx.handoff.updateManyAndReturn({
    where: { AND: [which, { status: 'WAITING' }] },
    data: { status: 'WITHDRAWN', withdrawnAt: now, withdrawnById: byId },
    select: { id: true, leadId: true },
  })
  await tx.leadState.updateMany({
    where: { leadId: { in: withdrawn.map(({ leadId }) => leadId) } },
    data: { desk: 'MARKETING' },
  })
  await recordActivity(
    tx,
    { actorId: byId, now },
    withdrawn.map(({ id, leadId }) => ({ type: 'handoff_withdrawn', leadId, handoffId: id, data: { why } })),
  )
  return withdrawn.map(({ id }) => id)
}
