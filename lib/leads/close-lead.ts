import 'server-only'
import { isClosable } from '@/lib/access/scopes'
import { command } from '@/lib/command'
import { conflict, forbidden, invalid } from '@/lib/errors'
import { endHandoffs } from '@/lib/handoffs/end-handoffs'
import { closeLeadInput } from '@/lib/leads/input'
import { getLead, lockLead } from '@/lib/leads/queries'
import { setOutcomes } from '@/lib/leads/set-outcomes'
import { notify } from '@/lib/notifications/notify'
import { companySettings } from '@/lib/settings/queries'

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
    await endHandoffs(tx, [leadId], { why: 'lead_closed', byId: actor.id, now })
    const closing = { leadId, outcome: outcome === 'won' ? 'WON' : 'LOST', reason, note, closedAt, value } as const
    await setOutcomes(tx, actor, [closing], now)
    await notify(tx, 'closed', { actorId: actor.id, now }, [
      {
        key: `${leadId} ${now.toISOString()}`,
        to: [lead.state.ownerId],
        leadId,
        data: { outcome: closing.outcome, ...(reason ? { reason } : {}) },
      },
    ])
    return getLead(actor, leadId, tx)
  },
)
