import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { recordActivity } from '@/lib/activity/record-activity'
import { command } from '@/lib/command'
import type { Tx } from '@/lib/db'
import { stale } from '@/lib/errors'
import { withdrawOffers } from '@/lib/handoffs/withdraw-offers'
import { getLead } from '@/lib/leads/queries'
import { mergeLeadsInput } from '@/lib/merges/input'
import { leftOut } from '@/lib/merges/told-facts'
import { lockPair, type MergingLead, readPair, refuseGone } from '@/lib/merges/lock-pair'
import { mergedFacts, sidesOf } from '@/lib/merges/merged-facts'
import { moveLedger } from '@/lib/merges/move-ledger'
import { settleLedgers, writeSnapshot } from '@/lib/merges/settle-merged'
import type { LeadSnapshot, Standing } from '@/lib/merges/snapshot'
import { cancelTasksOf } from '@/lib/tasks/cancel-tasks-of'

/**
 * Two leads turn out to be one: a manager keeps one of them, with the facts that were chosen and every touch, handoff,
 * outcome and line of history of both. The other is a tombstone since, by whose external id and address the kept one is
 * recognised. Nothing is offered by it. Of two who merge the same lead at once one wins.
 *
 * Throws NOT_FOUND, CONFLICT when one of them was merged away already, STALE when one was edited since it was looked at.
 */
export const mergeLeads = command(
  { ability: 'lead.merge', input: mergeLeadsInput },
  async ({ tx, actor, input, now }) => {
    const { keptId, goneId, versions, fields } = input
    const { kept, gone } = await lockPair(tx, keptId, goneId)
    for (const lead of [gone, kept]) await refuseGone(tx, actor, lead, now)
    if (versions && (versions.kept !== kept.row.version || versions.gone !== gone.row.version))
      throw stale('Somebody has edited one of these leads since you opened them. Look at both again, then merge.')

    const merged = mergedFacts(kept.snapshot, gone.snapshot, fields)
    await endHandoffs(tx, actor, [kept, gone], merged.standing, now)
    const moved = await moveLedger(tx, goneId, keptId)
    await tx.lead.update({
      where: { id: goneId },
      data: { deletedAt: now, deletedById: actor.id, mergedIntoId: keptId, version: { increment: 1 } },
    })
    await tx.leadState.update({ where: { leadId: goneId }, data: { deletedAt: now } })
    await writeSnapshot(tx, keptId, merged)
    if (merged.standing.outcome !== 'OPEN') await cancelTasksOf(tx, [keptId], now)
    await settleLedgers(tx, [keptId, goneId], { byId: actor.id, now })

    const after = (await readPair(tx, keptId, goneId)).kept
    const sides = sidesOf(kept.snapshot, gone.snapshot, fields)
    const merge = await tx.merge.create({
      data: {
        keptId,
        goneId,
        mergedAt: now,
        mergedById: actor.id,
        movedIds: moved.ids,
        movedLines: moved.lines,
        ...endedHandoffs([kept, gone], after),
        keptCreatedAt: kept.row.createdAt,
        mergedCreatedAt: after.row.createdAt,
        before: {
          kept: kept.snapshot,
          gone: gone.snapshot,
          merged: after.snapshot,
          standing: sides.standing,
        } as object,
        formerIdentities: { create: formerIdentities(kept, gone, merged) },
      },
      select: { id: true },
    })
    await recordActivity(tx, { actorId: actor.id, now }, [
      {
        type: 'leads_merged',
        leadId: keptId,
        data: {
          mergeId: merge.id,
          goneId,
          gone: gone.name,
          touches: gone.row.state?.lifetimeTouchCount ?? 0,
          leftOut: leftOut(kept.row, gone.row, sides),
          desk: after.snapshot.standing.desk,
        },
      },
      { type: 'lead_merged_away', leadId: goneId, data: { mergeId: merge.id, keptId, kept: after.name } },
    ])
    return { mergeId: merge.id, lead: await getLead(actor, keptId, tx) }
  },
)

/** Ends the open handoffs that don't go on in the merged lead: at most one of a lead is open. */
async function endHandoffs(tx: Tx, actor: Actor, leads: MergingLead[], { outcome, open }: Standing, now: Date) {
  const goesOn = outcome === 'OPEN' ? open?.id : undefined
  const ending = leads.flatMap(({ row, snapshot }) => {
    const handoff = snapshot.standing.open
    return handoff && handoff.id !== goesOn ? [{ ...handoff, leadId: row.id, rep: row.state?.rep?.name }] : []
  })
  const accepted = ending.filter(({ status }) => status === 'ACCEPTED')
  await tx.handoff.updateMany({
    where: { id: { in: accepted.map(({ id }) => id) } },
    data: { status: 'CLOSED', closedAt: now },
  })
  await recordActivity(
    tx,
    { actorId: actor.id, now },
    accepted.map(({ id, leadId, rep }) => ({
      type: 'handoff_ended',
      leadId,
      handoffId: id,
      data: { why: 'lead_merged', ...(rep ? { rep } : {}) },
    })),
  )
  const waiting = ending.filter(({ status }) => status === 'WAITING').map(({ id }) => id)
  await withdrawOffers(tx, { id: { in: waiting } }, { why: 'lead_merged', byId: actor.id, now })
}

/** What an undo opens again: the handoffs that were open before and are not after, for whatever reason. */
function endedHandoffs(before: MergingLead[], after: MergingLead) {
  const ended = before.flatMap(({ snapshot: { standing } }) => standing.open ?? [])
  const ids = (status: string) =>
    ended.filter((open) => open.status === status && open.id !== after.snapshot.standing.open?.id).map(({ id }) => id)
  return { withdrawnIds: ids('WAITING'), closedIds: ids('ACCEPTED') }
}

/** By what the kept lead is recognised from now on, besides what it says itself. */
function formerIdentities(kept: MergingLead, gone: MergingLead, merged: LeadSnapshot) {
  const leadId = kept.row.id
  const replaced = kept.row.externalId !== merged.externalId || kept.row.email !== merged.email
  return [gone, ...(replaced ? [kept] : [])].flatMap(({ row: { externalId, email } }) =>
    externalId || email ? [{ leadId, externalId, email }] : [],
  )
}
