import 'server-only'
import { Prisma } from '@/prisma/generated/client'

const { sql, raw } = Prisma

/** Leads by their ids: those after the one and up to the other. */
export type LeadRange = { after: string; upTo: string }

/** Whether a lead is within the range; without one all are. */
export const isWithin = (leadId: string, range?: LeadRange): Prisma.Sql =>
  range ? sql`${raw(leadId)} > ${range.after}::uuid and ${raw(leadId)} <= ${range.upTo}::uuid` : sql`true`

/**
 * Merges bring rows from one lead to another, and undoing brings them back. As of a past moment a row was with the lead
 * that the first such move after it took it from; where none came after, with the one that it is with now.
 *
 * These common table expressions hold the few rows that have moved since: `moved_then` (ledger), `moved_line_then`
 * (history), `created_then` (leads whose day of creation a merge has changed) and `gone_then` (leads that were merged
 * away at that moment, by a merge that was undone later).
 */
export function beforeMergesSql(then: Prisma.Sql): Prisma.Sql {
  return sql`
    moves_since as (
      select gone_id as lead_id, kept_id, kept_created_at as created_at, merged_at as at, moved_ids, moved_lines
      from merge where merged_at > ${then}
      union all
      select kept_id, kept_id, merged_created_at, undone_at, moved_ids, moved_lines from merge where undone_at > ${then}
    ),
    moved_then as materialized (
      select distinct on (row_id) row_id, lead_id
      from moves_since cross join lateral unnest(moved_ids) as moved(row_id) order by row_id, at
    ),
    moved_line_then as materialized (
      select distinct on (row_id) row_id, lead_id
      from moves_since cross join lateral unnest(moved_lines) as moved(row_id) order by row_id, at
    ),
    created_then as (
      select distinct on (kept_id) kept_id as lead_id, created_at from moves_since order by kept_id, at
    ),
    gone_then as (select gone_id from merge where merged_at <= ${then} and undone_at > ${then})`
}

/** The handoffs that were ended at that moment, by merges that were undone later, with the time of their end. */
export const endedThen = (then: Prisma.Sql): Prisma.Sql => sql`(
  select unnest(withdrawn_ids || closed_ids) as id, merged_at as ended_at from merge
  where merged_at <= ${then} and undone_at > ${then}
)`

/**
 * A table of the ledger or the history with each row's lead of then, the columns named beside `lead_id`; of a range of
 * leads only, where one is given.
 */
export function asItWas(
  table: 'touchpoint' | 'handoff' | 'outcome_change' | 'activity',
  columns: string,
  range?: LeadRange,
): Prisma.Sql {
  const [id, moved] = table === 'activity' ? ['seq', 'moved_line_then'] : ['id', 'moved_then']
  return sql`(
    select ${raw(columns)}, lead_id from ${raw(table)}
    where ${raw(id)} not in (select row_id from ${raw(moved)}) and ${isWithin('lead_id', range)}
    union all
    select ${raw(columns)}, ${raw(moved)}.lead_id from ${raw(moved)} join ${raw(table)} on ${raw(`${table}.${id} = ${moved}.row_id`)}
    where ${isWithin(`${moved}.lead_id`, range)}
  )`
}
