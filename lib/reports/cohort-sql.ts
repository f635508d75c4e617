import 'server-only'
import { isLost, isRecycled, reached, touchesToClose } from '@/lib/reports/funnel-steps'
import type { Period } from '@/lib/reports/period'
import { type CountingRulesThen, createdThen, standingAsOfSql } from '@/lib/reports/standing-as-of-sql'
import { Prisma } from '@/prisma/generated/client'

const { sql, join } = Prisma

/**
 * The leads created in the period as a relation `cohort`: a row a lead with what reports ask of it. Of the present it
 * reads what is stored; as of a past moment it replays the ledger as it was known then, by the rules of then (`rules`,
 * needed for that alone).
 */
export function cohortSql({ from, to, asOf }: Period, rules: CountingRulesThen | null): Prisma.Sql {
  const created = (at: Prisma.Sql) => [
    ...(from ? [sql`${at} >= ${from}::timestamptz`] : []),
    ...(to ? [sql`${at} < ${to}::timestamptz`] : []),
  ]
  if (!asOf || !rules)
    return sql`cohort as (${cohortOf(sql`lead_state`, [sql`s.deleted_at is null`, ...created(sql`s.created_at`)])})`
  const known = [
    sql`l.recorded_at <= ${asOf}::timestamptz`,
    sql`(l.deleted_at is null or l.deleted_at > ${asOf}::timestamptz)`,
    ...created(createdThen),
  ]
  return sql`
    ${standingAsOfSql(asOf, rules, join(known, ' and '))},
    cohort as materialized (${cohortOf(sql`state_then`, [sql`true`])})`
}

const cohortOf = (states: Prisma.Sql, conditions: Prisma.Sql[]) => sql`
  select s.lead_id, s.created_at, s.first_warmed_at, s.stage::text as stage, ${reached.warm} as is_warmed,
    ${reached.accepted} as is_accepted, ${reached.hot} as is_heated, ${reached.won} as is_won,
    ${isLost} as is_lost, ${isRecycled} as is_recycled, ${touchesToClose} as touches,
    s.marketing_touch_count, s.sales_touch_count
  from ${states} s where ${join(conditions, ' and ')}`
