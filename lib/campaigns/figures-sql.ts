import 'server-only'
import { type Figure, figures } from '@/lib/campaigns/figure'
import { Prisma } from '@/prisma/generated/client'

const { sql, join, raw } = Prisma

/**
 * Whether a touch `t` brings its lead, of the state `s`, into a figure. A milestone is known by its moment, so that
 * touches of one moment share it.
 */
const bringsInto: Record<Figure, Prisma.Sql> = {
  reach: sql`true`,
  engaged: sql`t.engaged`,
  warmed: sql`s.first_warmed_at = t.occurred_at`,
  accepted: sql`s.first_accepted_at > t.occurred_at`,
  hot: sql`s.first_hot_at = t.occurred_at`,
  won: sql`s.outcome = 'WON'`,
}

const touchesWithState = sql`touchpoint t join lead_state s on s.lead_id = t.lead_id`

/** The leads of one figure of the unvoided touches `t` that meet the condition. */
export const leadsOfFigure = (touches: Prisma.Sql, figure: Figure): Prisma.Sql =>
  sql`select t.lead_id from ${touchesWithState} where ${touches} and t.voided_at is null and ${bringsInto[figure]}`

/**
 * All figures of the unvoided touches `t` that meet the condition, a row for each value of `by`, which is answered as
 * `of`. Deleted leads are left out.
 */
export const figuresSql = (by: Prisma.Sql, touches: Prisma.Sql): Prisma.Sql => sql`
  select "of", sum(touches)::int as touches, ${join(
    figures.map((figure) => sql`count(*) filter (where ${raw(figure)})::int as ${raw(figure)}`),
  )}
  from (
    select ${by} as "of", count(*) as touches, ${join(
      figures.map((figure) => sql`bool_or(${bringsInto[figure]}) as ${raw(figure)}`),
    )}
    from ${touchesWithState} where ${touches} and t.voided_at is null and s.deleted_at is null
    group by ${by}, t.lead_id
  ) lead group by "of"`
