import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import { command } from '@/lib/command'
import { conflict } from '@/lib/errors'
import { answerRepairInput } from '@/lib/handoffs/input'
import { offerAgain } from '@/lib/handoffs/offer-again'
import { getHandoff, lockHandoff } from '@/lib/handoffs/queries'
import { notify } from '@/lib/notifications/notify'

/**
 * Marketing answers a repair. Fixed: the lead is offered again, in a new handoff that names the old one, which is
 * the answer. Disputed: the manager sees it, and the lead stays with Marketing.
 *
 * Throws CONFLICT when the handoff is no repair, is answered, or its lead can't be offered.
 */
export const answerRepair = command(
  { ability: 'handoff.answer', input: answerRepairInput },
  async ({ tx, actor, input, now }) => {
    const { handoffId, answer, note } = input
    const handoff = await lockHandoff(tx, actor, handoffId)
    const { leadId } = handoff
    if (handoff.status !== 'RETURNED' || handoff.returnKind !== 'repair')
      throw conflict('Only a lead that came back for repair is answered.')
    const answered = await tx.handoff.updateMany({
      where: { id: handoffId, answer: null },
      data: { answer, answeredAt: now, answeredById: actor.id, answerNote: note ?? null },
    })
    if (answered.count === 0)
      throw conflict(`${handoff.answeredBy?.name ?? 'Somebody'} has answered this repair: ${handoff.answer}.`)
    await recordActivity(tx, { actorId: actor.id, now }, [
      { type: 'handoff_answered', leadId, handoffId, data: { answer, ...(note ? { note } : {}) } },
    ])
    if (answer === 'disputed') {
      await notify(tx, 'to_settle', { actorId: actor.id, now }, [
        { key: `${handoffId} disputed`, leadId, handoffId, data: { why: 'disputed', ...(note ? { note } : {}) } },
      ])
      return getHandoff(actor, handoffId, now, tx)
    }

    const backTo = handoff.repId ?? handoff.returnedById ?? undefined
    const next = await offerAgain(tx, handoff, { offeredById: actor.id, backTo, note, now })
    return getHandoff(actor, next, now, tx)
  },
)
