import 'server-only'
import { setImmediate } from 'node:timers/promises'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import type { Books } from '@/lib/reports/books'
import { readCohort, readCohortBy } from '@/lib/reports/cohort/cohort'
import { figuresOf } from '@/lib/reports/figures'
import { readForecast } from '@/lib/reports/cohort/forecast-report'
import { handoffReport } from '@/lib/reports/handoffs/handoff-figures'
import { handoffTimes } from '@/lib/reports/handoffs/handoff-times'
import type { Period } from '@/lib/reports/period'
import { promiseReport } from '@/lib/reports/handoffs/promise-report'
import { repReport } from '@/lib/reports/handoffs/rep-report'
import { sourceFigures } from '@/lib/reports/cohort/sources'
import { readTimeInStage } from '@/lib/reports/cohort/time-in-stage'
import { timeInStage } from '@/lib/reports/cohort/time-in-stage-figures'
import { readTrend } from '@/lib/reports/cohort/trend'
import { whatChangedReport } from '@/lib/reports/changes/what-changed-report'
import { promiseRules } from '@/lib/settings/promise-rules'

/**
 * Everything that the first page of the dashboard shows of a period; key figures of the period before beside those of it.
 * Of a large company it takes some tenths of a second, in which others get their turn between one report and the next.
 *
 * Throws FORBIDDEN.
 */
export async function dashboardReport(actor: Actor, books: Books, before: Period | null) {
  authorise(actor, 'report.read')
  const inTurn = async <Report>(read: () => Report): Promise<Awaited<Report>> => {
    await setImmediate()
    return await read()
  }
  const cohort = await inTurn(() => readCohort(books))
  const { figures: handoffs, picks, returns } = await inTurn(() => handoffReport(books))
  const { salesTarget, marketingTarget } = await promiseRules()
  return {
    isFirst: !books.facts.isThere.includes(1),
    cohort: cohort.groups,
    figures: figuresOf(cohort),
    figuresBefore: before && (await inTurn(() => figuresOf(readCohort(books, before)))),
    sources: await inTurn(() => sourceFigures(readCohortBy(books, 'source'))),
    timeInStage: await inTurn(() => timeInStage(readTimeInStage(books))),
    handoffs,
    returns,
    picks,
    reps: await inTurn(() => repReport(books)),
    times: await inTurn(() => handoffTimes(books)),
    promises: await inTurn(() => promiseReport(books)),
    trend: await inTurn(() => readTrend(books)),
    forecast: await inTurn(() => readForecast(books)),
    changed: await inTurn(() => whatChangedReport(books, before)),
    targets: { sales: salesTarget, marketing: marketingTarget },
  }
}
