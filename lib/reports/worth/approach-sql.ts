import 'server-only'
import type { Approach, ApproachGroup } from '@/lib/reports/worth/approach'
import { Prisma } from '@/prisma/generated/client'

const { sql, join } = Prisma

const wasWarm = sql`coalesce(s.first_warmed_at < s.first_sales_touch_at, false)`

/**
 * The rule of each approach as SQL over the alias `s` (lead_state, or what stands for it as of a past moment): the report
 * and the list behind its numbers are both made of it. Whatever came before the first touch of Sales was Marketing's.
 */
const rules: Record<Approach, Prisma.Sql> = {
  warmed: wasWarm,
  some: sql`(s.first_touch_at < s.first_sales_touch_at and not ${wasWarm})`,
  alone: sql`s.first_touch_at >= s.first_sales_touch_at`,
  never: sql`(s.first_touch_at is not null and s.first_sales_touch_at is null)`,
  untouched: sql`s.first_touch_at is null`,
}

/** Whether a lead is in a group. */
export const isApproached = (group: ApproachGroup): Prisma.Sql =>
  group === 'cold' ? sql`(s.first_sales_touch_at is not null and not ${wasWarm})` : rules[group]

/** The approach of a lead, by name. */
export const approachSql: Prisma.Sql = sql`case ${join(
  Object.entries(rules).map(([approach, rule]) => sql`when ${rule} then ${approach}`),
  ' ',
)} end`
