import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import { command } from '@/lib/command'
import { withdrawOffers } from '@/lib/handoffs/withdraw-offers'
import { doNotContactInput } from '@/lib/leads/input'
import { getLead, lockLead } from '@/lib/leads/queries'

/**
 * Marks a lead do-not-contact, or lifts the mark. Marking withdraws a waiting offer; from then on the lead is never
 * offered and only its own (inbound) touches are logged.
 */
export const markDoNotContact = command(
  { ability: 'lead.markDoNotContact', input: doNotContactInput },
  async ({ tx, actor, input, now }) => {
    const { leadId, doNotContact } = input
    const lead = await lockLead(tx, actor, leadId)
    if (lead.state?.doNotContact !== doNotContact) {
      await tx.leadState.update({ where: { leadId }, data: { doNotContact } })
      await recordActivity(tx, { actorId: actor.id, now }, [
        { type: 'do_not_contact_changed', leadId, data: { to: doNotContact } },
      ])
    }
    if (doNotContact) await withdrawOffers(tx, { leadId }, { why: 'do_not_contact', byId: actor.id, now })
    return getLead(actor, leadId, tx)
  },
)
