import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import type { ActivityFacts } from '@/lib/activity/activity'
import type { Tx } from '@/lib/db'
import { lockLeads } from '@/lib/leads/lock-leads'

/** A step: what waits for a rep alone is open to all from now on. */
export async function passOnGiven(
  tx: Tx,
  from: { id: string; name: string },
  { why, now }: { why: ActivityFacts['handoff_passed_on']['why']; now: Date },
): Promise<void> {
  const isTheirs = { status: 'WAITING', givenToId: from.id } as const
  const waiting = await tx.handoff.findMany({ where: isTheirs, select: { leadId: true } })
  await lockLeads(
    tx,
    waiting.map(({ leadId }) => leadId),
  )
  const passedOn = await tx.handoff.updateManyAndReturn({
    where: isTheirs,
    data: { givenToId: null, givenAt: null },
    select: { id: true, leadId: true },
  })
  await recordActivity(
    tx,
    { actorId: null, now },
    passedOn.map(({ id, leadId }) => ({
      type: 'handoff_passed_on',
      leadId,
      handoffId: id,
      data: { why, from: from.name },
    })),
  )
}
