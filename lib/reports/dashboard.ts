import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { todayIn } from '@/lib/calendar-day'
import { db } from '@/lib/db'
import { openBooks } from '@/lib/reports/books'
import { readCohorts } from '@/lib/reports/cohort'
import { figuresOf } from '@/lib/reports/figures'
import { handoffTimes } from '@/lib/reports/handoff-times'
import { handoffReport, repFigures } from '@/lib/reports/handoff-figures'
import { settlePeriod } from '@/lib/reports/period'
import { choosePeriod, type Days, isDay } from '@/lib/reports/presets'
import { promiseReport } from '@/lib/reports/promise-report'
import { promiseRules } from '@/lib/settings/promise-rules'
import { companySettings } from '@/lib/settings/queries'

export type AskedDashboard = { period?: string; from?: string; through?: string; asOf?: string }

/**
 * Everything that the dashboard shows of a period. Odd parts of the address are read as if they were not there, a day
 * in the future included.
 *
 * Throws FORBIDDEN.
 */
export async function dashboardReport(
  actor: Actor,
  asked: { [Name in keyof AskedDashboard]: string | undefined },
  now: Date,
) {
  authorise(actor, 'report.read')
  const { timeZone } = await companySettings()
  const today = todayIn(timeZone, now)
  const chosen = choosePeriod(asked, today)
  const asOf = isDay(asked.asOf) && asked.asOf < today ? asked.asOf : null
  const books = await openBooks(actor, { ...ordered(chosen), ...(asOf ? { asOf } : {}) }, now)
  const before = chosen.before && settlePeriod(ordered(chosen.before), timeZone, now)
  const [{ cohort, cohortBefore }, { handoffs, reps }, times, first, promises, { salesTarget, marketingTarget }] =
    await Promise.all([
      readCohorts(books, before),
      handoffReport(books).then(async (report) => ({
        handoffs: report,
        reps: await repFigures(books, report.accepts),
      })),
      handoffTimes(books),
      db.lead.findFirst({ where: { deletedAt: null }, select: { id: true } }),
      promiseReport(books),
      promiseRules(),
    ])
  return {
    chosen,
    asOf,
    today,
    timeZone,
    isFirst: first === null,
    policy: books.policy,
    cohort: cohort.groups,
    figures: figuresOf(cohort),
    figuresBefore: cohortBefore && figuresOf(cohortBefore),
    handoffs: handoffs.figures,
    times,
    returns: handoffs.returns,
    picks: handoffs.picks,
    promises,
    targets: { sales: salesTarget, marketing: marketingTarget },
    reps,
  }
}

/** The edges that there are; a period that would end before it begins is empty. */
function ordered({ from, to }: Days): Days {
  if (from !== undefined && to !== undefined && from > to) return { from, to: from }
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}
