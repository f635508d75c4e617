import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import { command } from '@/lib/command'
import type { Tx } from '@/lib/db'
import { getLead } from '@/lib/leads/queries'
import { undoMergeInput } from '@/lib/merges/input'
import { lockPair } from '@/lib/merges/lock-pair'
import { factsBefore } from '@/lib/merges/merged-facts'
import { moveBack } from '@/lib/merges/move-ledger'
import { lockMerge, type MergeRow, refuseLateUndo } from '@/lib/merges/refuse-late-undo'
import { settleLedgers, writeSnapshot } from '@/lib/merges/settle-merged'
import { isSameStanding, type LeadSnapshot } from '@/lib/merges/snapshot'
import { reviveTasksOf } from '@/lib/tasks/cancel-tasks-of'

/**
 * Makes two leads of a merged one again: each has what it had, what was logged, edited and decided since stays with the
 * lead that was kept.
 *
 * Throws NOT_FOUND, CONFLICT when it is undone already or can't be right any more (the kept lead was itself merged or
 * deleted, the handoff that came along has moved on).
 */
export const undoMerge = command(
  { ability: 'lead.merge', input: undoMergeInput },
  async ({ tx, actor, input: { mergeId }, now }) => {
    const merge = await lockMerge(tx, actor, mergeId, now)
    const { keptId, goneId } = merge
    const { kept, gone } = await lockPair(tx, keptId, goneId)
    await refuseLateUndo(tx, merge, { kept, gone }, now)

    const { before } = merge
    await moveBack(tx, { ids: merge.movedIds, lines: merge.movedLines }, keptId, goneId)
    const isAsMerged = isSameStanding(kept.snapshot.standing, before.merged.standing)
    await openHandoffs(tx, merge, isAsMerged ? [keptId, goneId] : [goneId])
    const hasOwnOffer = (await tx.handoff.count({ where: { leadId: keptId, revertedAt: null } })) > 0
    const facts = factsBefore(before.kept, before.merged, kept.snapshot)
    await writeSnapshot(tx, keptId, {
      ...facts,
      wasOffered: before.kept.wasOffered || hasOwnOffer,
      ...(isAsMerged ? { standing: before.kept.standing, wakeOn: before.kept.wakeOn } : {}),
    })
    await tx.lead.update({ where: { id: goneId }, data: { deletedAt: null, deletedById: null, mergedIntoId: null } })
    await tx.leadState.update({ where: { leadId: goneId }, data: { deletedAt: null } })
    await writeSnapshot(tx, goneId, withFactsOf(gone.snapshot, before.gone))
    await tx.formerIdentity.deleteMany({ where: { mergeId } })
    await reviveTasksOf(tx, [keptId, goneId], merge.mergedAt)
    await settleLedgers(tx, [keptId, goneId], { byId: actor.id, now })
    await tx.merge.update({ where: { id: mergeId }, data: { undoneAt: now, undoneById: actor.id } })
    const [one, other] = [await getLead(actor, keptId, tx), await getLead(actor, goneId, tx)]
    await recordActivity(tx, { actorId: actor.id, now }, [
      { type: 'merge_undone', leadId: keptId, data: { mergeId, otherId: goneId, other: other.name, desk: one.desk } },
      { type: 'merge_undone', leadId: goneId, data: { mergeId, otherId: keptId, other: one.name, desk: other.desk } },
    ])
    return { lead: one, back: other }
  },
)

/** The tombstone kept its facts; only where it stood is to be restored. */
const withFactsOf = (now: LeadSnapshot, before: LeadSnapshot): LeadSnapshot => ({ ...now, ...before })

/** Opens the handoffs again that the merge ended, of those of the two leads that stand as before it. */
async function openHandoffs(tx: Tx, { withdrawnIds, closedIds }: MergeRow, leadIds: string[]) {
  const ofThem = { leadId: { in: leadIds } }
  await tx.handoff.updateMany({
    where: { ...ofThem, id: { in: withdrawnIds }, status: 'WITHDRAWN' },
    data: { status: 'WAITING', withdrawnAt: null, withdrawnById: null },
  })
  await tx.handoff.updateMany({
    where: { ...ofThem, id: { in: closedIds }, status: 'CLOSED' },
    data: { status: 'ACCEPTED', closedAt: null },
  })
}
