import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import type { Books } from '@/lib/reports/books'
import { readCohortBy, readCohorts } from '@/lib/reports/cohort'
import { figuresOf } from '@/lib/reports/figures'
import { readForecast } from '@/lib/reports/forecast-report'
import { handoffReport } from '@/lib/reports/handoff-figures'
import { handoffTimes } from '@/lib/reports/handoff-times'
import type { Period } from '@/lib/reports/period'
import { promiseReport } from '@/lib/reports/promise-report'
import { repReport } from '@/lib/reports/rep-report'
import { sourceFigures } from '@/lib/reports/sources'
import { readTimeInStage } from '@/lib/reports/time-in-stage'
import { timeInStage } from '@/lib/reports/time-in-stage-figures'
import { readTrend } from '@/lib/reports/trend'
import { whatChangedReport } from '@/lib/reports/what-changed-report'
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
    bySource,
    spells,
    handoffs,
    reps,
    times,
    promises,
    trend,
    forecast,
    changed,
    { salesTarget, marketingTarget },
    first,
  ] = await Promise.all([
    readCohorts(books, before),
    readCohortBy(books, 'source'),
    readTimeInStage(books),
    handoffReport(books),
    repReport(books),
    handoffTimes(books),
    promiseReport(books),
    readTrend(books),
    readForecast(books),
    whatChangedReport(books, before),
    promiseRules(),
    db.lead.findFirst({ where: { deletedAt: null }, select: { id: true } }),
  ])
  return {
    isFirst: first === null,
    cohort: cohort.groups,
    figures: figuresOf(cohort),
    figuresBefore: cohortBefore && figuresOf(cohortBefore),
    sources: sourceFigures(bySource),
    timeInStage: timeInStage(spells),
    handoffs: handoffs.figures,
    returns: handoffs.returns,
    picks: handoffs.picks,
    reps,
    times,
    promises,
    trend,
    forecast,
    changed,
    targets: { sales: salesTarget, marketing: marketingTarget },
  }
}
