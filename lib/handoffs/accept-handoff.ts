import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { recordActivity } from '@/lib/activity/record-activity'
import { command } from '@/lib/command'
import type { Tx } from '@/lib/db'
import { conflict } from '@/lib/errors'
import { handoffIdInput } from '@/lib/handoffs/input'
import { getHandoff, lockHandoff } from '@/lib/handoffs/queries'
import { whoHas } from '@/lib/handoffs/who-has'

/**
 * Sales accepts a lead: the rep becomes the lead's rep. Of two who try at once one wins, the other is told who has it;
 * the winner's own second try is a success.
 *
 * Throws CONFLICT when somebody else has it, or the offer was taken back.
 */
export const acceptHandoff = command(
  { ability: 'handoff.accept', input: handoffIdInput },
  async ({ tx, actor, input, now }) => {
    const handoff = await lockHandoff(tx, actor, input.handoffId)
    const isMine = handoff.status === 'ACCEPTED' && handoff.repId === actor.id
    if (!isMine && !(await claim(tx, actor, handoff.id, now))) throw conflict(await whyNot(tx, handoff, now))
    return getHandoff(actor, handoff.id, now, tx)
  },
)

async function whyNot(tx: Tx, { status, leadId }: { status: string; leadId: string }, now: Date) {
  const standing = await whoHas(tx, leadId, now)
  return status === 'ACCEPTED' ? standing : `This offer is ${status.toLowerCase()}. ${standing}`
}

/** A step: makes the actor the rep of a waiting, locked lead. Whether it was still waiting. */
export async function claim(tx: Tx, actor: Actor, handoffId: string, now: Date): Promise<boolean> {
  const [claimed] = await tx.handoff.updateManyAndReturn({
    where: { id: handoffId, status: 'WAITING' },
    data: { status: 'ACCEPTED', acceptedAt: now, repId: actor.id },
    select: { leadId: true, offeredAt: true },
  })
  if (!claimed) return false
  const { leadId, offeredAt } = claimed
  await tx.leadState.update({ where: { leadId }, data: { desk: 'SALES', repId: actor.id } })
  const afterMinutes = Math.max(0, Math.round((now.getTime() - offeredAt.getTime()) / 60_000))
  await recordActivity(tx, { actorId: actor.id, now }, [
    { type: 'handoff_accepted', leadId, handoffId, data: { afterMinutes } },
  ])
  return true
}
