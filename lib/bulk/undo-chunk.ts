import 'server-only'
import { exceptions } from '@/lib/bulk/chunk'
import { bulkChunkInput } from '@/lib/bulk/input'
import { lockBulkAction } from '@/lib/bulk/lock-bulk-action'
import { command } from '@/lib/command'
import { lockWithMerged } from '@/lib/merges/lock-with-merged'
import { voidTouchpoints } from '@/lib/touchpoints/void-touchpoints'

/**
 * Voids the touches that a bulk action logged on one chunk of its leads, with its progress in the same transaction.
 * Returns whether the undoing goes on.
 */
export const undoChunk = command(
  { ability: 'bulk.run', input: bulkChunkInput },
  async ({ tx, actor, input: { bulkActionId, seq }, now }) => {
    const action = await lockBulkAction(tx, bulkActionId)
    if (action.status !== 'undoing' || action.chunksUndone !== seq) return false
    const isDone = seq >= action.chunksDone
    const chunk = isDone
      ? null
      : await tx.bulkChunk.findUniqueOrThrow({ where: { bulkActionId_seq: { bulkActionId, seq } } })
    const leadIds = await lockWithMerged(tx, chunk?.leadIds ?? [])
    const voided = await voidTouchpoints(tx, { bulkActionId, leadId: { in: leadIds } }, { voidedById: actor.id, now })
    const kept = await tx.handoff.findMany({
      where: {
        leadId: { in: leadIds },
        status: 'ACCEPTED',
        origin: 'automatic',
        offeredAt: { gte: action.createdAt },
        lead: { touchpoints: { some: { bulkActionId } }, state: { is: { stage: 'COLD' } } },
      },
      select: { leadId: true, rep: { select: { name: true } } },
    })
    await tx.bulkException.createMany({
      data: kept
        .flatMap(({ leadId, rep }) =>
          exceptions('kept', `${rep?.name ?? 'A rep'} has accepted it, so it stays there.`, [leadId]),
        )
        .map((exception) => ({ bulkActionId, ...exception })),
      skipDuplicates: true,
    })
    await tx.bulkAction.update({
      where: { id: bulkActionId },
      data: {
        voided: { increment: voided },
        ...(isDone ? { status: 'undone', undoneAt: now } : { chunksUndone: seq + 1 }),
      },
    })
    return !isDone
  },
)
