import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { type Books, openBooks } from '@/lib/reports/books'
import { readCohort } from '@/lib/reports/cohort/cohort'
import {
  funnelDefinition,
  handoffsDefinition,
  repsDefinition,
  timeInStageDefinition,
  touchesToWinDefinition,
} from '@/lib/reports/definitions'
import type { ReportInput } from '@/lib/reports/filters'
import { funnelBooks } from '@/lib/reports/cohort/funnel-books'
import { handoffReport } from '@/lib/reports/handoffs/handoff-figures'
import { handoffTimes } from '@/lib/reports/handoffs/handoff-times'
import { promiseReport } from '@/lib/reports/handoffs/promise-report'
import { repReport } from '@/lib/reports/handoffs/rep-report'
import { suggestionOf } from '@/lib/reports/thresholds/thresholds'
import { readTimeInStage } from '@/lib/reports/cohort/time-in-stage'
import { timeInStage } from '@/lib/reports/cohort/time-in-stage-figures'
import { touchesToWin } from '@/lib/reports/thresholds/touches-to-win'
import { wilsonInterval } from '@/lib/statistics/wilson'

/**
 * The funnel of the leads created in a period. As of a past moment: by what had been recorded then, under the policy
 * of then.
 *
 * Throws FORBIDDEN, and INVALID for a period that ends before it begins or a moment in the future.
 */
export async function funnelReport(actor: Actor, asked: ReportInput, now: Date) {
  const books = await openBooks(actor, asked, now)
  const { groups } = readCohort(books)
  return { ...edgesOf(asked, books), steps: funnelBooks(groups), definition: funnelDefinition }
}

/** How many touches it takes to win, among the leads created in a period. As of a past moment, and throws, as the funnel. */
export async function touchesToWinReport(actor: Actor, asked: ReportInput, now: Date) {
  const books = await openBooks(actor, asked, now)
  const { groups } = readCohort(books)
  const report = touchesToWin(groups)
  return {
    ...edgesOf(asked, books),
    ...report,
    suggestion: suggestionOf(report),
    definition: touchesToWinDefinition(report.enough),
  }
}

/** What became of the handoffs offered in a period, and how both teams kept the promises due in it. Throws as the funnel. */
export async function handoffsReport(actor: Actor, asked: ReportInput, now: Date) {
  const books = await openBooks(actor, asked, now)
  const { figures, returns, picks } = handoffReport(books)
  const [times, promises] = [handoffTimes(books), promiseReport(books)]
  return { ...edgesOf(asked, books), ...figures, returns, picks, times, promises, definition: handoffsDefinition }
}

/** What each rep took, kept and won. Throws as the funnel. */
export async function repsReport(actor: Actor, asked: ReportInput, now: Date) {
  const books = await openBooks(actor, asked, now)
  const reps = (await repReport(books)).map((figures) => ({ ...figures, ...rateOf(figures.wonOfTaken, figures.taken) }))
  return { ...edgesOf(asked, books), reps, definition: repsDefinition }
}

const rateOf = (count: number, total: number) =>
  total > 0 ? { rate: count / total, ...wilsonInterval(count, total) } : { rate: null, low: null, high: null }

/** How long leads stay in each stage, in days. Throws as the funnel. */
export async function timeInStageReport(actor: Actor, asked: ReportInput, now: Date) {
  const books = await openBooks(actor, asked, now)
  return {
    ...edgesOf(asked, books),
    stages: timeInStage(readTimeInStage(books)),
    definition: timeInStageDefinition,
  }
}

/** The edges as they were asked for, and the moment that was read. */
export const edgesOf = ({ from, to }: ReportInput, { at }: Books) => ({ from: from ?? null, to: to ?? null, asOf: at })
