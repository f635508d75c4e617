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

/** The cohort of a period, grouped: few rows, from which the funnel and the touches to win are both made. */
export async function readCohort(actor: Actor, period: Period, tx: Tx = db): Promise<Cohort> {
  authorise(actor, 'report.read')
  const rules = period.asOf && (await rulesThen(period.asOf, tx))
  const rows = await tx.$queryRaw<(CohortGroup & { medianDaysToWarm: number | null })[]>(Prisma.sql`
    with ${cohortSql(period, rules)}
    select is_warmed as "isWarmed", is_accepted as "isAccepted", is_heated as "isHeated", is_won as "isWon",
      is_lost as "isLost", is_recycled as "isRecycled", touches, stage, count(*)::int as leads,
      sum(marketing_touch_count)::int as "marketingTouches", sum(sales_touch_count)::int as "salesTouches",
      (select percentile_cont(0.5) within group (order by date_part('epoch', first_warmed_at - created_at)) / 86400
        from cohort) as "medianDaysToWarm"
    from cohort group by 1, 2, 3, 4, 5, 6, 7, 8`)
  return {
    groups: rows.map(({ medianDaysToWarm: _, ...group }) => group),
    medianDaysToWarm: rows[0]?.medianDaysToWarm ?? null,
  }
}

/** The policy that held at a moment, the first one before that; with the zone in which it counted days. */
export async function rulesThen(asOf: Date, tx: Tx = db): Promise<CountingRulesThen> {
  const row =
    (await tx.scoringPolicy.findFirst({ where: { savedAt: { lte: asOf } }, orderBy: { version: 'desc' } })) ??
    (await tx.scoringPolicy.findFirstOrThrow({ orderBy: { version: 'asc' } }))
  return { policy: policyOf(row), timeZone: row.timeZone ?? (await companySettings(tx)).timeZone }
}
