import 'server-only'
import { isClosable } from '@/lib/access/scopes'
import { recordActivity } from '@/lib/activity/record-activity'
import { command } from '@/lib/command'
import { conflict, forbidden } from '@/lib/errors'
import { leadIdInput } from '@/lib/leads/input'
import { getLead, lockLead } from '@/lib/leads/queries'
import { holdCountingRules } from '@/lib/touchpoints/counting-rules'
import { recountLeads } from '@/lib/touchpoints/recount-leads'

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
  await tx.leadState.update({
    where: { leadId },
    data: { outcome: 'OPEN', lostReason: null, closedAt: null, desk: lead.state?.repId ? 'SALES' : 'MARKETING' },
  })
  await tx.outcomeChange.create({ data: { leadId, outcome: 'OPEN', recordedAt: now, byId: actor.id } })
  await recordActivity(tx, { actorId: actor.id, now }, [{ type: 'lead_reopened', leadId, data: { from } }])
  await recountLeads(tx, [leadId], { ...(await holdCountingRules(tx)), now, offersRisen: false })
  return getLead(actor, leadId, tx)
})
