import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { isClosable } from '@/lib/access/scopes'
import { recordActivity } from '@/lib/activity/record-activity'
import { command } from '@/lib/command'
import type { Tx } from '@/lib/db'
import { conflict, forbidden, invalid } from '@/lib/errors'
import { withdrawOffers } from '@/lib/handoffs/withdraw-offers'
import { closeLeadInput } from '@/lib/leads/input'
import { getLead, lockLead } from '@/lib/leads/queries'
import { companySettings } from '@/lib/settings/queries'
import { holdCountingRules } from '@/lib/touchpoints/counting-rules'
import { recountLeads } from '@/lib/touchpoints/recount-leads'
import type { Reason } from '@/prisma/generated/enums'

/**
 * Closes a lead as won or lost. Its open handoff ends: an accepted one is CLOSED, a waiting offer is withdrawn.
 *
 * Throws FORBIDDEN for a rep who does not have it, CONFLICT when it is closed already.
 */
export const closeLead = command(
  { ability: 'lead.close', input: closeLeadInput },
  async ({ tx, actor, input, now }) => {
    const { leadId, outcome, reason, note, value, currency, closedAt = now } = input
    if (closedAt > now) throw invalid({ closedAt: 'A lead is not closed in the future.' })
    const lead = await lockLead(tx, actor, leadId)
    if (!isClosable(actor, lead)) throw forbidden('Only the rep who has this lead, or a manager, may close it.')
    if (lead.state?.outcome !== 'OPEN')
      throw conflict(`This lead is already ${lead.state?.outcome === 'WON' ? 'won' : 'lost'}. Reopen it first.`)
    if (value !== undefined || currency !== undefined) {
      const { currency: ours } = await companySettings(tx)
      await tx.lead.update({
        where: { id: leadId },
        data: {
          ...(value === undefined ? {} : { value }),
          currency: currency ?? lead.currency ?? ours,
          version: { increment: 1 },
        },
      })
    }
    await tx.handoff.updateMany({ where: { leadId, status: 'ACCEPTED' }, data: { status: 'CLOSED', closedAt: now } })
    await withdrawOffers(tx, { leadId }, { why: 'lead_closed', byId: actor.id, now })
    await setOutcome(tx, actor, leadId, {
      outcome: outcome === 'won' ? 'WON' : 'LOST',
      reason,
      note,
      closedAt,
      value,
      now,
    })
    return getLead(actor, leadId, tx)
  },
)

export type Closing = {
  outcome: 'WON' | 'LOST'
  reason?: Reason | undefined
  note?: string | undefined
  value?: number | undefined
  closedAt: Date
  now: Date
}

/** A step: writes the outcome of a locked lead, its row of change and its line of history, and counts up to the close. */
export async function setOutcome(tx: Tx, actor: Actor, leadId: string, closing: Closing): Promise<void> {
  const { outcome, reason, note, closedAt, value, now } = closing
  await tx.leadState.update({
    where: { leadId },
    data: { outcome, lostReason: reason ?? null, closedAt, wakeOn: null },
  })
  await tx.outcomeChange.create({
    data: { leadId, outcome, reason: reason ?? null, note: note ?? null, closedAt, recordedAt: now, byId: actor.id },
  })
  await recordActivity(tx, { actorId: actor.id, now }, [
    {
      type: 'lead_closed',
      leadId,
      data: {
        outcome,
        closedAt: closedAt.toISOString(),
        ...(reason ? { reason } : {}),
        ...(note ? { note } : {}),
        ...(value === undefined ? {} : { value: String(value) }),
      },
    },
  ])
  await recountLeads(tx, [leadId], { ...(await holdCountingRules(tx)), now, offersRisen: false })
}
