import 'server-only'
import { isClosable } from '@/lib/access/scopes'
import { command } from '@/lib/command'
import { conflict, forbidden } from '@/lib/errors'
import { leadIdInput } from '@/lib/leads/input'
import { getLead, lockLead } from '@/lib/leads/queries'
import { reopenLeads } from '@/lib/leads/reopen-leads'

/**
 * Opens a closed lead again: on the SALES desk if it has a rep, else on MARKETING. It offers nothing.
 *
 * Throws FORBIDDEN for a rep who does not have it, CONFLICT when it is open.
 */
export const reopenLead = command({ ability: 'lead.close', input: leadIdInput }, async ({ tx, actor, input, now }) => {
  const { leadId } = input
  const lead = await lockLead(tx, actor, leadId)
  if (!isClosable(actor, lead)) throw forbidden('Only the rep who had this lead, or a manager, may reopen it.')
  const from = lead.state?.outcome
  if (!from || from === 'OPEN') throw conflict('This lead is open already.')
  await reopenLeads(tx, actor, [{ leadId, from }], now)
  return getLead(actor, leadId, tx)
})
