import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { visibleLeads } from '@/lib/access/scopes'
import { db } from '@/lib/db'
import { leadName } from '@/lib/leads/lead-shape'

/** The living lead that one became which was merged away; null when it was not, or it is not the actor's to see. */
export async function findKeptLead(actor: Actor, leadId: string): Promise<string | null> {
  authorise(actor, 'lead.read')
  const [kept] = await db.$queryRaw<{ id: string }[]>`
    with recursive followed as (
      select id, merged_into_id, deleted_at from lead where id = ${leadId}::uuid
      union
      select l.id, l.merged_into_id, l.deleted_at from followed f join lead l on l.id = f.merged_into_id
    )
    select id from followed where deleted_at is null and id <> ${leadId}::uuid`
  if (!kept) return null
  const isVisible = await db.lead.count({ where: { AND: [{ id: kept.id }, visibleLeads(actor)] } })
  return isVisible ? kept.id : null
}

/** A merge of this lead that can still be undone, with the name of the lead that is gone by it; null when there is none. */
export async function findMerge(
  actor: Actor,
  mergeId: string,
  keptId: string,
): Promise<{ id: string; gone: string } | null> {
  authorise(actor, 'lead.merge')
  const merge = await db.merge.findFirst({
    where: { id: mergeId, keptId, undoneAt: null, kept: { is: visibleLeads(actor) } },
    include: { gone: true },
  })
  return merge && { id: merge.id, gone: leadName(merge.gone) }
}

/** Which of the merges into this lead are still in force. */
export async function listMergesInForce(actor: Actor, keptId: string): Promise<string[]> {
  authorise(actor, 'lead.merge')
  const merges = await db.merge.findMany({
    where: { keptId, undoneAt: null, kept: { is: visibleLeads(actor) } },
    select: { id: true },
  })
  return merges.map(({ id }) => id)
}
