import 'server-only'
import type { Tx } from '@/lib/db'
import { lockLeads } from '@/lib/leads/lock-leads'

/**
 * A step: locks leads, and those that they were merged into since, whose the touches are now. Returns the ids of all;
 * a merge that happens while we wait is followed too.
 */
export async function lockWithMerged(tx: Tx, leadIds: string[]): Promise<string[]> {
  let ids = leadIds
  for (;;) {
    await lockLeads(tx, ids)
    const rows = await tx.$queryRaw<{ id: string }[]>`
      with recursive followed as (
        select id, merged_into_id from lead where id = any(${leadIds}::uuid[])
        union
        select l.id, l.merged_into_id from followed f join lead l on l.id = f.merged_into_id
      )
      select id from followed`
    if (rows.length === ids.length) return ids
    ids = rows.map(({ id }) => id)
  }
}
