import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import { command } from '@/lib/command'
import { conflict } from '@/lib/errors'
import { isUnsettled } from '@/lib/handoffs/filter-sql'
import { settleRepairInput } from '@/lib/handoffs/input'
import { offerAgain } from '@/lib/handoffs/offer-again'
import { getHandoff, lockHandoff } from '@/lib/handoffs/queries'
import { notify } from '@/lib/notifications/notify'
import { Prisma } from '@/prisma/generated/client'

/**
 * A manager decides of a repair that Marketing disputes, or of the second one of a lead. Offered: Sales looks at it again,
 * in a new handoff that names this one. Kept: Marketing keeps the lead; a repair that nobody has answered is still to be
 * answered.
 *
 * Throws CONFLICT when there is nothing to settle, or somebody has settled it.
 */
export const settleRepair = command(
  { ability: 'handoff.settle', input: settleRepairInput },
  async ({ tx, actor, input, now }) => {
    const { handoffId, settlement, note } = input
    const handoff = await lockHandoff(tx, actor, handoffId)
    const { leadId, answer, settledAt, returnedById, offeredById } = handoff
    if (settledAt) throw conflict(`${handoff.settledBy?.name ?? 'Somebody'} has settled this repair.`)
    const [toSettle] = await tx.$queryRaw<object[]>(
      Prisma.sql`select from handoff h where h.id = ${handoffId}::uuid and ${isUnsettled}`,
    )
    if (!toSettle)
      throw conflict('Only a disputed repair, or the second one of a lead, is settled, while Marketing has the lead.')
    const isAnswer = settlement === 'offered' && answer === null
    await tx.handoff.update({
      where: { id: handoffId },
      data: {
        settlement,
        settledAt: now,
        settledById: actor.id,
        settleNote: note ?? null,
        ...(isAnswer ? { answer: 'fixed', answeredAt: now, answeredById: actor.id, answerNote: note ?? null } : {}),
      },
    })
    const data = { settlement, ...(note ? { note } : {}) }
    await recordActivity(tx, { actorId: actor.id, now }, [{ type: 'repair_settled', leadId, handoffId, data }])
    const { ownerId } = await tx.leadState.findUniqueOrThrow({ where: { leadId }, select: { ownerId: true } })
    const to = [...new Set([offeredById ?? ownerId, returnedById])]
    await notify(tx, 'settled', { actorId: actor.id, now }, [{ key: handoffId, to, leadId, handoffId, data }])
    if (settlement === 'kept') return getHandoff(actor, handoffId, now, tx)
    return getHandoff(actor, await offerAgain(tx, handoff, { offeredById: actor.id, note, now }), now, tx)
  },
)
