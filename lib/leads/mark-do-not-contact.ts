import 'server-only'
import { command } from '@/lib/command'
import { doNotContactInput } from '@/lib/leads/input'
import { getLead, lockLead } from '@/lib/leads/queries'
import { setDoNotContact } from '@/lib/leads/set-do-not-contact'

/**
 * Marks a lead do-not-contact, or lifts the mark. Marking withdraws a waiting offer; from then on the lead is never
 * offered and only its own (inbound) touches are logged.
 */
export const markDoNotContact = command(
  { ability: 'lead.markDoNotContact', input: doNotContactInput },
  async ({ tx, actor, input, now }) => {
    const { leadId, doNotContact } = input
    await lockLead(tx, actor, leadId)
    await setDoNotContact(tx, [leadId], { doNotContact, byId: actor.id, now })
    return getLead(actor, leadId, tx)
  },
)
