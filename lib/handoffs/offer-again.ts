import 'server-only'
import type { Tx } from '@/lib/db'
import { conflict } from '@/lib/errors'
import { offerLeads } from '@/lib/handoffs/offer-leads'
import { whoHas } from '@/lib/handoffs/who-has'

/**
 * A step: offers a repaired lead again, in a new handoff that names the old one. Returns the id of the new one.
 *
 * Throws CONFLICT when the lead is closed, not with Marketing, or marked do-not-contact.
 */
export async function offerAgain(
  tx: Tx,
  { id, leadId }: { id: string; leadId: string },
  {
    offeredById,
    backTo,
    note,
    now,
  }: {
    offeredById: string
    /** The rep whom it goes back to, where offers are given out. */
    backTo?: string | undefined
    note: string | undefined
    now: Date
  },
): Promise<string> {
  const state = await tx.leadState.findUniqueOrThrow({ where: { leadId } })
  if (state.outcome !== 'OPEN' || state.desk !== 'MARKETING') throw conflict(await whoHas(tx, leadId, now))
  if (state.doNotContact) throw conflict('This lead is marked do-not-contact, so it is not offered again.')
  const [next] = await offerLeads(tx, [leadId], {
    origin: 'manual',
    offeredById,
    previousId: id,
    backTo,
    now,
    ...(note ? { note } : {}),
  })
  if (!next) throw new Error(`no handoff was written for lead ${leadId}`)
  return next
}
