import 'server-only'
import { command } from '@/lib/command'
import type { Tx } from '@/lib/db'
import { conflict } from '@/lib/errors'
import { claimHandoff } from '@/lib/handoffs/claim-handoff'
import { handoffIdInput } from '@/lib/handoffs/input'
import { keepWithinLimits, refuseCoolingDown } from '@/lib/handoffs/limits'
import { passedOver } from '@/lib/handoffs/passed-over'
import { getHandoff, lockHandoff } from '@/lib/handoffs/queries'
import { isForAnother } from '@/lib/handoffs/reserved'
import { whoHas } from '@/lib/handoffs/who-has'

/**
 * Sales accepts a lead: the rep becomes the lead's rep. Of two who try at once one wins, the other is told who has it;
 * the winner's own second try is a success.
 *
 * Throws CONFLICT when somebody else has it or it waits for them alone, or the offer was taken back; FORBIDDEN for a rep who has or took as many as
 * one may, or sent it back lately.
 */
export const acceptHandoff = command(
  { ability: 'handoff.accept', input: handoffIdInput },
  async ({ tx, actor, input, now }) => {
    const handoff = await lockHandoff(tx, actor, input.handoffId)
    const isMine = handoff.status === 'ACCEPTED' && handoff.repId === actor.id
    if (isForAnother(actor, handoff, now)) throw conflict(await whoHas(tx, handoff.leadId, now))
    if (!isMine && handoff.status === 'WAITING') {
      await refuseCoolingDown(tx, actor, handoff.id, now)
      await keepWithinLimits(tx, actor, now)
    }
    if (!isMine) {
      const passing = await passedOver(tx, actor, handoff, now)
      if (!(await claimHandoff(tx, actor, handoff.id, now, passing))) throw conflict(await whyNot(tx, handoff, now))
    }
    return getHandoff(actor, handoff.id, now, tx)
  },
)

async function whyNot(tx: Tx, { status, leadId }: { status: string; leadId: string }, now: Date) {
  const standing = await whoHas(tx, leadId, now)
  return status === 'ACCEPTED' ? standing : `This offer is ${status.toLowerCase()}. ${standing}`
}
