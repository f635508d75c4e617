import 'server-only'
import { type Figure, figures } from '@/lib/campaigns/figure'
import { Prisma } from '@/prisma/generated/client'

const { sql, join, raw } = Prisma

/**
 * Whether a lead of the state `s` is in a figure by its touches `t`. A milestone is known by its moment, so that touches
 * of one moment share it.
 */
const isIn: Record<Figure, Prisma.Sql> = {
  reach: sql`true`,
  engaged: sql`t.engaged`,
  warmed: sql`s.first_warmed_at = any(t.moments)`,
  accepted: sql`s.first_accepted_at > t.first_at`,
  hot: sql`s.first_hot_at = any(t.moments)`,
  won: sql`s.outcome = 'WON'`,
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

/** The leads of one figure of the unvoided touches `t` that meet the condition. Deleted leads are left out. */
export const leadsOfFigure = (touches: Prisma.Sql, figure: Figure): Prisma.Sql =>
  sql`select t.lead_id from ${withState(sql`1`, touches)} where ${isIn[figure]}`

/**
 * All figures of the unvoided touches `t` that meet the condition, a row for each value of `by`, which is answered as
 * `of`. Deleted leads are left out.
 */
export const figuresSql = (by: Prisma.Sql, touches: Prisma.Sql): Prisma.Sql => sql`
  select t."of", sum(t.touches)::int as touches, ${join(
    figures.map((figure) => sql`count(*) filter (where ${isIn[figure]})::int as ${raw(figure)}`),
  )}
  from ${withState(by, touches)} group by t."of"`
