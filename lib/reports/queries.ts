import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { type Books, openBooks } from '@/lib/reports/books'
import { readCohort } from '@/lib/reports/cohort'
import { funnelDefinition, touchesToWinDefinition } from '@/lib/reports/definitions'
import type { ReportInput } from '@/lib/reports/filters'
import { funnelBooks } from '@/lib/reports/funnel-books'
import { touchesToWin } from '@/lib/reports/touches-to-win'

/**
 * The funnel of the leads created in a period. As of a past moment: by what had been recorded then, under the policy
 * of then.
 *
 * Throws FORBIDDEN, and INVALID for a period that ends before it begins or a moment in the future.
 */
export async function funnelReport(actor: Actor, asked: ReportInput, now: Date) {
  const books = await openBooks(actor, asked, now)
  const { groups } = await readCohort(books)
  return { ...edgesOf(asked, books), steps: funnelBooks(groups), definition: funnelDefinition }
}

/** How many touches it takes to win, among the leads created in a period. As of a past moment, and throws, as the funnel. */
export async function touchesToWinReport(actor: Actor, asked: ReportInput, now: Date) {
  const books = await openBooks(actor, asked, now)
  const { groups } = await readCohort(books)
  const report = touchesToWin(groups)
  return { ...edgesOf(asked, books), ...report, definition: touchesToWinDefinition(report.enough) }
}

/** The edges as they were asked for, and the moment that was read. */
const edgesOf = ({ from, to }: ReportInput, { at }: Books) => ({ from: from ?? null, to: to ?? null, asOf: at })
