import 'server-only'
import type { ChunkStep } from '@/lib/bulk/chunk'
import { buryLeads } from '@/lib/leads/bury-leads'

/** Deletes the leads. */
export const deleteLeads: ChunkStep<'delete'> = async ({ tx, actor, now }, _, leadIds) => {
  await buryLeads(tx, leadIds, { byId: actor.id, now })
  return []
}
