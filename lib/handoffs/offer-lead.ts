import 'server-only'
import { command } from '@/lib/command'
import { conflict } from '@/lib/errors'
import { offerLeadInput } from '@/lib/handoffs/input'
import { offerLeads } from '@/lib/handoffs/offer-leads'
import { getHandoff } from '@/lib/handoffs/queries'
import { whoHas } from '@/lib/handoffs/who-has'
import { lockLead } from '@/lib/leads/queries'

/**
 * A marketer offers an open lead to Sales by hand, whatever its stage.
 *
 * Throws CONFLICT when the lead is closed, marked do-not-contact, waiting already or with a rep.
 */
export const offerLead = command(
  { ability: 'handoff.offer', input: offerLeadInput },
  async ({ tx, actor, input, now }) => {
    const { leadId, note } = input
    const { state } = await lockLead(tx, actor, leadId)
    if (state?.outcome !== 'OPEN') throw conflict('This lead is closed. Reopen it before you offer it.')
    if (state.doNotContact) throw conflict('This lead is marked do-not-contact, so it is not offered.')
    if (state.desk !== 'MARKETING') throw conflict(await whoHas(tx, leadId, now))
    const [handoffId] = await offerLeads(tx, [leadId], {
      origin: 'manual',
      offeredById: actor.id,
      now,
      ...(note ? { note } : {}),
    })
    if (!handoffId) throw new Error(`no handoff was written for lead ${leadId}`)
    return getHandoff(actor, handoffId, now, tx)
  },
)
