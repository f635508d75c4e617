import 'server-only'
import type { ActivityType } from '@/lib/activity/activity'
import type { Kept, RevertContext } from '@/lib/imports/revert-context'
import { buryLeads } from '@/lib/leads/bury-leads'

type Made = { id: string; since: ActivityType | null; who: string | null }

/** What somebody has done with a lead, by its first line of history that is not the import's. */
const sinceWords: Partial<Record<ActivityType, string>> = {
  touch_logged: 'Touched',
  touch_voided: 'Touched',
  lead_edited: 'Edited',
  lead_offered: 'Offered to Sales',
  task_planned: 'A task was planned',
  lead_closed: 'Closed',
  lead_assigned: 'Given to somebody',
  leads_merged: 'Merged with another',
  do_not_contact_changed: 'Marked do-not-contact',
}

/**
 * A step: leads of the import that were merged into others since. What it made or changed of them is in the lead that
 * was kept, and stays there.
 */
export async function mergedAway({ tx, importId, leadIds }: RevertContext): Promise<Kept[]> {
  const kept = await tx.$queryRaw<{ leadId: string }[]>`
    with recursive gone as (
      select l.merged_into_id as lead_id from lead l
      where l.id = any(${leadIds}::uuid[]) and l.merged_into_id is not null and (
        l.import_id = ${importId}::uuid
        or exists (select 1 from import_change c where c.import_id = ${importId}::uuid and c.lead_id = l.id)
      )
      union
      select l.merged_into_id from gone join lead l on l.id = gone.lead_id where l.merged_into_id is not null
    )
    select distinct lead_id as "leadId" from gone join lead l on l.id = gone.lead_id where l.deleted_at is null`
  return kept.map(({ leadId }) => ({
    leadId,
    why: 'A lead of this import was merged into it: what came of that stays.',
  }))
}

/**
 * A step: takes the leads away that the import made and that nobody has worked with since. Every change of a lead
 * writes a line of history, so one that has no lines but the import's (and those of imports taken back) is untouched.
 */
export async function takeLeadsAway({ tx, actor, now, importId, leadIds }: RevertContext): Promise<Kept[]> {
  const made = await tx.$queryRaw<Made[]>`
    select l.id, a.type as since, p.name as who
    from lead l left join lateral (
      select type, actor_id from activity
      where lead_id = l.id and reverted_at is null and import_id is distinct from ${importId}::uuid
      order by seq limit 1
    ) a on true left join person p on p.id = a.actor_id
    where l.import_id = ${importId}::uuid and l.id = any(${leadIds}::uuid[]) and l.deleted_at is null`
  const untouched = made.filter(({ since }) => since === null)
  if (untouched.length > 0)
    await buryLeads(
      tx,
      untouched.map(({ id }) => id),
      { byId: actor.id, now },
    )
  return made.flatMap(({ id, since, who }) =>
    since
      ? [{ leadId: id, why: `${sinceWords[since] ?? 'Worked with'} since${who ? ` by ${who}` : ''}: it stays.` }]
      : [],
  )
}
