import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { isOwn } from '@/lib/access/scopes'
import { recordActivity } from '@/lib/activity/record-activity'
import { command } from '@/lib/command'
import { conflict, forbidden, invalid } from '@/lib/errors'
import type { HandoffRow } from '@/lib/handoffs/handoff-shape'
import { returnHandoffInput } from '@/lib/handoffs/input'
import { answerDueAt } from '@/lib/handoffs/promise'
import { getHandoff, lockHandoff } from '@/lib/handoffs/queries'
import { isForAnother } from '@/lib/handoffs/reserved'
import { tellOfReturn } from '@/lib/handoffs/tell-of-return'
import { whoHas } from '@/lib/handoffs/who-has'
import { setOutcomes } from '@/lib/leads/set-outcomes'
import { promiseRules } from '@/lib/settings/promise-rules'
import { holdCountingRules } from '@/lib/touchpoints/counting-rules'
import { recountLeads } from '@/lib/touchpoints/recount-leads'

/** Waiting leads are every rep's to return, accepted ones only their rep's. */
const isReturnable = (actor: Actor, { status, repId }: HandoffRow) =>
  actor.role !== 'rep' || status !== 'ACCEPTED' || isOwn(actor, repId)

/**
 * Sales gives a lead back, with a reason: repair (something is missing), recycle (not now: the count starts anew), or
 * disqualify (the lead is lost). It is on the MARKETING desk again, without a rep.
 *
 * Throws FORBIDDEN when another rep has it, CONFLICT when it is neither waiting nor accepted, or waits for another alone.
 */
export const returnHandoff = command(
  { ability: 'handoff.return', input: returnHandoffInput },
  async ({ tx, actor, input, now }) => {
    const { handoffId, kind, reason, note, wakeOn, quality } = input
    const handoff = await lockHandoff(tx, actor, handoffId)
    const { leadId, status } = handoff
    if (wakeOn && wakeOn.getTime() < now.getTime() - 24 * 3_600_000)
      throw invalid({ wakeOn: 'Choose a day that is still to come.' })
    if (isForAnother(actor, handoff, now)) throw conflict(await whoHas(tx, leadId, now))
    if (!isReturnable(actor, handoff)) throw forbidden(await whoHas(tx, leadId, now))
    const returned = await tx.handoff.updateMany({
      where: { id: handoffId, status: { in: ['WAITING', 'ACCEPTED'] } },
      data: {
        status: 'RETURNED',
        returnedAt: now,
        returnedById: actor.id,
        returnKind: kind,
        returnReason: reason,
        returnNote: note ?? null,
        wakeOn: wakeOn ?? null,
        ...(quality ? { quality, ratedAt: now, ratedById: actor.id } : {}),
        answerDueAt: kind === 'repair' ? answerDueAt(now, await promiseRules(tx)) : null,
      },
    })
    if (returned.count === 0)
      throw conflict(`This handoff is ${status.toLowerCase()} already. ${await whoHas(tx, leadId, now)}`)
    const { ownerId } = await tx.leadState.update({
      where: { leadId },
      data: {
        desk: 'MARKETING',
        repId: null,
        ...(kind === 'recycle' ? { recycledAt: now, wakeOn: wakeOn ?? null } : {}),
      },
    })
    await recordActivity(tx, { actorId: actor.id, now }, [
      {
        type: 'handoff_returned',
        leadId,
        handoffId,
        data: {
          kind,
          reason,
          ...(note ? { note } : {}),
          ...(wakeOn ? { wakeOn: wakeOn.toISOString().slice(0, 10) } : {}),
          ...(handoff.rep ? { rep: handoff.rep.name } : {}),
        },
      },
      ...(quality ? [{ type: 'handoff_rated' as const, leadId, handoffId, data: { quality } }] : []),
    ])
    await tellOfReturn(tx, { actorId: actor.id, now }, { ...handoff, ownerId }, input)
    if (kind === 'recycle')
      await recountLeads(tx, [leadId], { ...(await holdCountingRules(tx)), now, offersRisen: false })
    if (kind === 'disqualify')
      await setOutcomes(tx, actor, [{ leadId, outcome: 'LOST', reason, note, closedAt: now }], now)
    return getHandoff(actor, handoffId, now, tx)
  },
)
