import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/db'
import { conflict, notFound } from '@/lib/errors'
import { formatSince } from '@/lib/format/format-time'
import { whoHas } from '@/lib/handoffs/who-has'
import { leadName } from '@/lib/leads/lead-shape'
import { lockLeads } from '@/lib/leads/lock-leads'
import type { MergingLead } from '@/lib/merges/lock-pair'
import type { MergeSide } from '@/lib/merges/merged-facts'
import { isSameStanding, type LeadSnapshot } from '@/lib/merges/snapshot'
import { companySettings } from '@/lib/settings/queries'
import type { Merge } from '@/prisma/generated/client'

/** What a merge's row keeps of the time before it, and of the kept lead as the merge left it. */
type Before = { kept: LeadSnapshot; gone: LeadSnapshot; merged: LeadSnapshot; standing: MergeSide }

export type MergeRow = Omit<Merge, 'before'> & { before: Before }

/** A step: the merge, both its leads locked. Throws NOT_FOUND, CONFLICT when somebody has undone it already. */
export async function lockMerge(tx: Tx, actor: Actor, mergeId: string, now: Date): Promise<MergeRow> {
  const found = await tx.merge.findUnique({ where: { id: mergeId }, select: { keptId: true, goneId: true } })
  if (!found) throw notFound('merge')
  await lockLeads(tx, [found.keptId, found.goneId])
  const merge = await tx.merge.findUniqueOrThrow({
    where: { id: mergeId },
    include: { undoneBy: { select: { id: true, name: true } } },
  })
  if (merge.undoneAt) {
    const { timeZone } = await companySettings(tx)
    const who = merge.undoneBy?.id === actor.id ? 'You have' : `${merge.undoneBy?.name ?? 'Somebody'} has`
    throw conflict(`${who} undone this merge already (${formatSince(merge.undoneAt, timeZone, now)}).`)
  }
  return { ...merge, before: merge.before as unknown as Before }
}

/** Throws CONFLICT where the two leads can't be told apart any more, saying what can be done. */
export async function refuseLateUndo(
  tx: Tx,
  { id, keptId, movedIds, mergedAt, before }: MergeRow,
  { kept, gone }: Record<'kept' | 'gone', MergingLead>,
  now: Date,
): Promise<void> {
  const isStill = { undoneAt: null, id: { not: id } }
  const onward = await tx.merge.findFirst({ where: { ...isStill, goneId: keptId }, include: { kept: true } })
  if (onward)
    throw conflict(`${kept.name} was merged into ${leadName(onward.kept)} since. Undo that merge first.`, {
      noun: 'lead',
      id: onward.keptId,
      name: leadName(onward.kept),
    })
  if (kept.row.deletedAt)
    throw conflict(`${kept.name} was deleted since, with all that belonged to both. Create ${gone.name} anew.`)
  const later = await tx.merge.findFirst({ where: { ...isStill, keptId, id: { gt: id } }, include: { gone: true } })
  if (later) throw conflict(`${leadName(later.gone)} was merged into ${kept.name} since. Undo that merge first.`)
  if (before.standing === 'gone' && !isSameStanding(kept.snapshot.standing, before.merged.standing))
    throw conflict(
      `Where ${kept.name} stood came from ${gone.name}, and it has moved on since the merge. ${await whoHas(tx, keptId, now)} ` +
        `If they are two people, create ${gone.name} anew.`,
    )
  const answered = await tx.handoff.count({
    where: {
      id: { in: movedIds },
      OR: [{ answeredAt: { gt: mergedAt } }, { next: { is: { id: { notIn: movedIds } } } }],
    },
  })
  if (answered)
    throw conflict(
      `A repair that came with ${gone.name} was answered since the merge. If they are two people, create ${gone.name} anew.`,
    )
  const { externalId } = gone.row
  if (externalId && kept.row.externalId === externalId && before.merged.externalId !== externalId)
    throw conflict(`${kept.name} has the external id ${externalId} of ${gone.name} now. Take it away there, then undo.`)
}
