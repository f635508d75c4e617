import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import { type ChunkStep, exceptions, without } from '@/lib/bulk/chunk'
import { withdrawOffers } from '@/lib/handoffs/withdraw-offers'

/** Marks the leads do-not-contact, or lifts the mark. Marking withdraws waiting offers. */
export const markLeads: ChunkStep<'do_not_contact'> = async ({ tx, actor, now }, { doNotContact }, leadIds) => {
  const changed = await tx.leadState.updateManyAndReturn({
    where: { leadId: { in: leadIds }, doNotContact: !doNotContact },
    data: { doNotContact },
    select: { leadId: true },
  })
  const changedIds = changed.map(({ leadId }) => leadId)
  await recordActivity(
    tx,
    { actorId: actor.id, now },
    changedIds.map((leadId) => ({ type: 'do_not_contact_changed', leadId, data: { to: doNotContact } })),
  )
  if (doNotContact)
    await withdrawOffers(tx, { leadId: { in: changedIds } }, { why: 'do_not_contact', byId: actor.id, now })
  const why = doNotContact ? 'Is marked already.' : 'Is not marked.'
  return exceptions('skipped', why, without(leadIds, changedIds))
}
