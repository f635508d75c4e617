import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db, type Tx } from '@/lib/db'
import { cohortSql } from '@/lib/reports/cohort-sql'
import type { LeadsAlike } from '@/lib/reports/funnel-books'
import type { Period } from '@/lib/reports/period'
import type { CountingRulesThen } from '@/lib/reports/standing-as-of-sql'
import type { LeadsByTouches } from '@/lib/reports/touches-to-win'
import { companySettings, policyOf } from '@/lib/settings/queries'
import { Prisma } from '@/prisma/generated/client'

/** Leads of the cohort that are alike in all that the reports ask. */
export type CohortGroup = LeadsAlike & LeadsByTouches

/** The cohort of a period, grouped: few rows, from which the funnel and the touches to win are both made. */
export async function cohortGroups(actor: Actor, period: Period, tx: Tx = db): Promise<CohortGroup[]> {
  authorise(actor, 'report.read')
  const rules = period.asOf && (await rulesThen(period.asOf, tx))
  return tx.$queryRaw<CohortGroup[]>(Prisma.sql`
    with ${cohortSql(period, rules)}
    select is_warmed as "isWarmed", is_accepted as "isAccepted", is_heated as "isHeated", is_won as "isWon",
      is_lost as "isLost", is_recycled as "isRecycled", touches, count(*)::int as leads
    from cohort group by 1, 2, 3, 4, 5, 6, 7`)
}

/** The policy that held at a moment, the first one before that; with the zone in which it counted days. */
export async function rulesThen(asOf: Date, tx: Tx = db): Promise<CountingRulesThen> {
  const row =
    (await tx.scoringPolicy.findFirst({ where: { savedAt: { lte: asOf } }, orderBy: { version: 'desc' } })) ??
    (await tx.scoringPolicy.findFirstOrThrow({ orderBy: { version: 'asc' } }))
  return { policy: policyOf(row), timeZone: row.timeZone ?? (await companySettings(tx)).timeZone }
}
