import 'server-only'
import { command } from '@/lib/command'
import { buryLeads } from '@/lib/leads/bury-leads'
import { leadIdInput } from '@/lib/leads/input'
import { lockLead } from '@/lib/leads/queries'

/** Takes a lead away for everybody. */
export const deleteLead = command({ ability: 'lead.delete', input: leadIdInput }, async ({ tx, actor, input, now }) => {
  const { leadId } = input
  await lockLead(tx, actor, leadId)
  await buryLeads(tx, [leadId], { byId: actor.id, now })
})
