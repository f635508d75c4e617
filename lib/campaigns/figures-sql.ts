import 'server-only'
import type { Figure } from '@/lib/campaigns/figure'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/**
 * Whether a touch `t` brings its lead, of the state `s`, into a figure. A milestone is known by its moment, so that
 * touches of one moment share it. Counted by the same rule in lib/campaigns/count-figures.ts.
 */
export const bringsInto: Record<Figure, Prisma.Sql> = {
  reach: sql`true`,
  engaged: sql`t.engaged`,
  warmed: sql`t.occurred_at = s.first_warmed_at`,
  accepted: sql`t.occurred_at < s.first_accepted_at`,
  hot: sql`t.occurred_at = s.first_hot_at`,
  won: sql`s.outcome = 'WON'`,
}
