import 'server-only'
import { type ChunkStep, exceptions, without } from '@/lib/bulk/chunk'
import { setDoNotContact } from '@/lib/leads/set-do-not-contact'

/** Marks the leads do-not-contact, or lifts the mark. */
export const markLeads: ChunkStep<'do_not_contact'> = async ({ tx, actor, now }, { doNotContact }, leadIds) => {
  const changedIds = await setDoNotContact(tx, leadIds, { doNotContact, byId: actor.id, now })
  const why = doNotContact ? 'Is marked already.' : 'Is not marked.'
  return exceptions('skipped', why, without(leadIds, changedIds))
}
