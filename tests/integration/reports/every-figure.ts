import { readCohort, readCohortBy } from '@/lib/reports/cohort/cohort'
import type { Books } from '@/lib/reports/books'
import { figuresOf } from '@/lib/reports/figures'
import { handoffReport } from '@/lib/reports/handoffs/handoff-figures'
import { handoffTimes } from '@/lib/reports/handoffs/handoff-times'
import { promiseReport } from '@/lib/reports/handoffs/promise-report'
import { repReport } from '@/lib/reports/handoffs/rep-report'
import { sourceFigures } from '@/lib/reports/cohort/sources'
import { readTimeInStage } from '@/lib/reports/cohort/time-in-stage'
import { readTrend } from '@/lib/reports/cohort/trend'

/** All that the first page of the dashboard says, so that two readings can be compared. */
export async function everyFigure(books: Books) {
  const spells = readTimeInStage(books)
  return {
    figures: figuresOf(readCohort(books)),
    sources: sourceFigures(readCohortBy(books, 'source')),
    spells: spells.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
    handoffs: handoffReport(books),
    times: handoffTimes(books),
    promises: promiseReport(books),
    reps: await repReport(books),
    trend: (await readTrend(books)).weeks,
  }
}
