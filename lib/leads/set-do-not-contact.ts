import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import type { Tx } from '@/lib/db'
import { withdrawOffers } from '@/lib/handoffs/withdraw-offers'

type Mark = { doNotContact: boolean; byId: string; now: Date }

/**
 * A step: marks locked leads do-not-contact, or lifts the mark. Marking withdraws waiting offers. Returns the ids of
 * the leads that were not so before.
 */
export async function setDoNotContact(tx: Tx, leadIds: string[], { doNotContact, byId, now }: Mark): Promise<string[]> {
  const changed = await tx.leadState.updateManyAndReturn({
    where: { leadId: { in: leadIds }, doNotContact: !doNotContact },
    data: { doNotContact },
    select: { leadId: true },
  })
  const changedIds = changed.map(({ leadId }) => leadId)
  await recordActivity(
    tx,
    { actorId: byId, now },
    changedIds.map((leadId) => ({ type: 'do_not_contact_changed', leadId, data: { to: doNotContact } })),
  )
  if (doNotContact) await withdrawOffers(tx, { leadId: { in: changedIds } }, { why: 'do_not_contact', byId, now })
  return changedIds
}
