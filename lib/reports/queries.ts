import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { readCohort } from '@/lib/reports/cohort'
import { funnelDefinition, touchesToWinDefinition } from '@/lib/reports/definitions'
import { funnelBooks } from '@/lib/reports/funnel-books'
import { type Period, type PeriodInput, settlePeriod } from '@/lib/reports/period'
import { touchesToWin } from '@/lib/reports/touches-to-win'
import { companySettings } from '@/lib/settings/queries'

/**
 * The funnel of the leads created in a period. As of a past moment: by what had been recorded then, under the policy
 * of then.
 *
 * Throws FORBIDDEN, and INVALID for a period that ends before it begins or a moment in the future.
 */
export async function funnelReport(actor: Actor, asked: PeriodInput, now: Date) {
  const period = await periodFor(actor, asked, now)
  const { groups } = await readCohort(actor, period)
  const steps = funnelBooks(groups)
  return { ...edgesOf(asked, period), steps, definition: funnelDefinition }
}

/** How many touches it takes to win, among the leads created in a period. As of a past moment, and throws, as the funnel. */
export async function touchesToWinReport(actor: Actor, asked: PeriodInput, now: Date) {
  const period = await periodFor(actor, asked, now)
  const { groups } = await readCohort(actor, period)
  const report = touchesToWin(groups)
  return { ...edgesOf(asked, period), ...report, definition: touchesToWinDefinition(report.enough) }
}

async function periodFor(actor: Actor, asked: PeriodInput, now: Date): Promise<Period> {
  authorise(actor, 'report.read')
  return settlePeriod(asked, (await companySettings()).timeZone, now)
}

/** The edges as they were asked for, and the moment that was read. */
const edgesOf = ({ from, to }: PeriodInput, { asOf, now }: Period) => ({
  from: from ?? null,
  to: to ?? null,
  asOf: asOf ?? now,
})
