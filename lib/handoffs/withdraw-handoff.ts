import 'server-only'
import { command } from '@/lib/command'
import { conflict } from '@/lib/errors'
import { handoffIdInput } from '@/lib/handoffs/input'
import { getHandoff, lockHandoff } from '@/lib/handoffs/queries'
import { whoHas } from '@/lib/handoffs/who-has'
import { withdrawOffers } from '@/lib/handoffs/withdraw-offers'

/**
 * Marketing takes a waiting offer back.
 *
 * Throws CONFLICT when it waits no more.
 */
export const withdrawHandoff = command(
  { ability: 'handoff.withdraw', input: handoffIdInput },
  async ({ tx, actor, input, now }) => {
    const { id, leadId, status } = await lockHandoff(tx, actor, input.handoffId)
    const [withdrawn] = await withdrawOffers(tx, { id }, { why: 'by_hand', byId: actor.id, now })
    if (!withdrawn)
      throw conflict(`This offer waits no more: it is ${status.toLowerCase()}. ${await whoHas(tx, leadId, now)}`)
    return getHandoff(actor, id, now, tx)
  },
)
