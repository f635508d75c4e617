import 'server-only'
import { type Figure, figures } from '@/lib/campaigns/figure'
import { Prisma } from '@/prisma/generated/client'

const { sql, join, raw } = Prisma

/**
 * Whether a touch `t` brings its lead, of the state `s`, into a figure. A milestone is known by its moment, so that
 * touches of one moment share it.
 */
export const bringsInto: Record<Figure, Prisma.Sql> = {
  reach: sql`true`,
  engaged: sql`t.engaged`,
  warmed: sql`t.occurred_at = s.first_warmed_at`,
  accepted: sql`t.occurred_at < s.first_accepted_at`,
  hot: sql`t.occurred_at = s.first_hot_at`,
  won: sql`s.outcome = 'WON'`,
}

/** The same of all the touches of a lead at once. */
const isIn: Record<Figure, Prisma.Sql> = {
  ...bringsInto,
  warmed: sql`s.first_warmed_at = any(t.moments)`,
  accepted: sql`t.first_at < s.first_accepted_at`,
  hot: sql`s.first_hot_at = any(t.moments)`,
}

/**
 * The unvoided touches `t` that meet the condition, a row for each lead and value of `by`. They are grouped before they
 * meet the leads' states: of a campaign that goes through its index in order, without a sort of millions.
 */
const byLead = (by: Prisma.Sql, touches: Prisma.Sql) => sql`
  select ${by} as "of", t.lead_id, count(*) as touches, bool_or(t.engaged) as engaged,
    array_agg(t.occurred_at) as moments, min(t.occurred_at) as first_at
  from touchpoint t where ${touches} and t.voided_at is null group by 1, t.lead_id`

const withState = (by: Prisma.Sql, touches: Prisma.Sql) =>
  sql`(${byLead(by, touches)}) t join lead_state s on s.lead_id = t.lead_id and s.deleted_at is null`

/**
 * All figures of the unvoided touches `t` that meet the condition, a row for each value of `by`, which is answered as
 * `of`. Deleted leads are left out.
 */
export const figuresSql = (by: Prisma.Sql, touches: Prisma.Sql): Prisma.Sql => sql`
  select t."of", sum(t.touches)::int as touches, ${join(
    figures.map((figure) => sql`count(*) filter (where ${isIn[figure]})::int as ${raw(figure)}`),
  )}
  from ${withState(by, touches)} group by t."of"`

/** Queries that one report sends at once: each is work for a core of the database, and it has others to serve. */
const lanes = 4

/** The rows of a report that is read for some of its items at a time, side by side. Their order is lost. */
export async function sideBySide<Item, Row>(
  items: readonly Item[],
  read: (some: Item[]) => Promise<Row[]>,
): Promise<Row[]> {
  const parts = Array.from({ length: lanes }, (_, lane) => items.filter((_item, nth) => nth % lanes === lane))
  const rows = await Promise.all(parts.map((some) => (some.length > 0 ? read(some) : [])))
  return rows.flat()
}
