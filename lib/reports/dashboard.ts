import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import type { Books } from '@/lib/reports/books'
import { readCohorts } from '@/lib/reports/cohort'
import { figuresOf } from '@/lib/reports/figures'
import { handoffReport, repFigures } from '@/lib/reports/handoff-figures'
import { handoffTimes } from '@/lib/reports/handoff-times'
import type { Period } from '@/lib/reports/period'
import { promiseReport } from '@/lib/reports/promise-report'
import { readTrend } from '@/lib/reports/trend'
import { promiseRules } from '@/lib/settings/promise-rules'

/**
 * Everything that the first page of the dashboard shows of a period; key figures of the period before beside those of it.
 *
 * Throws FORBIDDEN.
 */
export async function dashboardReport(actor: Actor, books: Books, before: Period | null) {
  authorise(actor, 'report.read')
  const [
    { cohort, cohortBefore },
    { handoffs, reps },
    times,
    first,
    promises,
    trend,
    { salesTarget, marketingTarget },
  ] = await Promise.all([
    readCohorts(books, before),
    handoffReport(books).then(async (report) => ({ handoffs: report, reps: await repFigures(books, report.accepts) })),
    handoffTimes(books),
    db.lead.findFirst({ where: { deletedAt: null }, select: { id: true } }),
    promiseReport(books),
    readTrend(books),
    promiseRules(),
  ])
  return {
    isFirst: first === null,
    cohort: cohort.groups,
    figures: figuresOf(cohort),
    figuresBefore: cohortBefore && figuresOf(cohortBefore),
    handoffs: handoffs.figures,
    times,
    returns: handoffs.returns,
    picks: handoffs.picks,
    promises,
    trend,
    targets: { sales: salesTarget, marketing: marketingTarget },
    reps,
  }
}
