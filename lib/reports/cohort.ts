import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db, type Tx } from '@/lib/db'
import { cohortSql } from '@/lib/reports/cohort-sql'
import type { TouchesByTeam } from '@/lib/reports/balance'
import type { LeadsAlike } from '@/lib/reports/funnel-books'
import type { Period } from '@/lib/reports/period'
import type { CountingRulesThen } from '@/lib/reports/standing-as-of-sql'
import type { LeadsByTouches } from '@/lib/reports/touches-to-win'
import { companySettings, policyOf } from '@/lib/settings/queries'
import { Prisma } from '@/prisma/generated/client'

/** Leads of the cohort that are alike in all that the reports ask. */
export type CohortGroup = LeadsAlike & LeadsByTouches & TouchesByTeam

/** The leads created in a period. `medianDaysToWarm` is over those warmed, from creation; null for none. */
export type Cohort = { groups: CohortGroup[]; medianDaysToWarm: number | null }

type Row = CohortGroup & { isBefore: boolean; medianDaysToWarm: number | null }

/** The cohort of a period, grouped: few rows, from which the funnel and the touches to win are both made. */
export async function readCohort(actor: Actor, period: Period, tx: Tx = db): Promise<Cohort> {
  return (await readCohorts(actor, period, null, tx)).cohort
}

/** The cohort of a period, and that of an earlier one to compare it with, in one reading. */
export async function readCohorts(
  actor: Actor,
  period: Period,
  before: Period | null,
  tx: Tx = db,
): Promise<{ cohort: Cohort; cohortBefore: Cohort | null }> {
  authorise(actor, 'report.read')
  const rules = period.asOf && (await rulesThen(period.asOf, tx))
  const isBefore = before?.to ? Prisma.sql`created_at < ${before.to}::timestamptz` : Prisma.sql`false`
  const isWithin = period.from ? Prisma.sql`created_at >= ${period.from}::timestamptz` : Prisma.sql`true`
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    with ${cohortSql(before ? { ...period, from: before.from } : period, rules)},
    compared as (select *, ${isBefore} as is_before from cohort where ${isBefore} or ${isWithin}),
    medians as materialized (
      select is_before,
        percentile_cont(0.5) within group (order by date_part('epoch', first_warmed_at - created_at)) / 86400 as days
      from compared group by is_before
    )
    select is_before as "isBefore", is_warmed as "isWarmed", is_accepted as "isAccepted", is_heated as "isHeated",
      is_won as "isWon", is_lost as "isLost", is_recycled as "isRecycled", touches, stage, count(*)::int as leads,
      sum(marketing_touch_count)::int as "marketingTouches", sum(sales_touch_count)::int as "salesTouches",
      (select days from medians where medians.is_before = compared.is_before) as "medianDaysToWarm"
    from compared group by is_before, is_warmed, is_accepted, is_heated, is_won, is_lost, is_recycled, touches, stage`)
  const of = (wanted: boolean) => {
    const those = rows.filter((row) => row.isBefore === wanted)
    const groups = those.map(({ isBefore: _, medianDaysToWarm: __, ...group }) => group)
    return { groups, medianDaysToWarm: those[0]?.medianDaysToWarm ?? null }
  }
  return { cohort: of(false), cohortBefore: before && of(true) }
}

/** The policy that held at a moment, the first one before that; with the zone in which it counted days. */
export async function rulesThen(asOf: Date, tx: Tx = db): Promise<CountingRulesThen> {
  const row =
    (await tx.scoringPolicy.findFirst({ where: { savedAt: { lte: asOf } }, orderBy: { version: 'desc' } })) ??
    (await tx.scoringPolicy.findFirstOrThrow({ orderBy: { version: 'asc' } }))
  return { policy: policyOf(row), timeZone: row.timeZone ?? (await companySettings(tx)).timeZone }
}
