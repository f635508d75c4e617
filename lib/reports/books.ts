import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { findReplay, type ReplayProgress, rulesThen } from '@/lib/replays/queries'
import { waitForReplay } from '@/lib/replays/wait-for-replay'
import { filtersOf, type ReportFilters, type ReportInput } from '@/lib/reports/filters'
import { type Period, settlePeriod } from '@/lib/reports/period'
import type { ScoringPolicy } from '@/lib/scoring/policy'
import { companySettings, currentPolicy } from '@/lib/settings/queries'

/**
 * What reports are read from: of which leads, of which period, and as of when. Whoever has them may read reports.
 */
export type Books = {
  period: Period
  filters: ReportFilters
  /** The moment that is read: that of `asOf`, else now. */
  at: Date
  /** Whole, where the past is read; null of the present. */
  replayId: string | null
  /** The policy of that moment, and the company's zone. */
  policy: ScoringPolicy
  timeZone: string
}

/** Either the books, or how far the replay is that they need. */
export type BooksOrProgress = { books: Books; progress: null } | { books: null; progress: ReplayProgress }

/**
 * Opens the books. Of the past they are there once the ledger is replayed, which takes a large company a while: ask again.
 *
 * Throws FORBIDDEN, and INVALID for a period that ends before it begins or a moment in the future.
 */
export async function findBooks(actor: Actor, asked: ReportInput, now: Date): Promise<BooksOrProgress> {
  authorise(actor, 'report.read')
  const { timeZone } = await companySettings()
  const period = settlePeriod(asked, timeZone, now)
  const filters = filtersOf(asked)
  if (!period.asOf)
    return {
      books: { period, filters, at: now, replayId: null, policy: await currentPolicy(), timeZone },
      progress: null,
    }
  const rules = await rulesThen(actor, period.asOf)
  const progress = await findReplay(actor, { asOf: period.asOf, rules, now })
  if (!progress.isWhole) return { books: null, progress }
  return {
    books: { period, filters, at: period.asOf, replayId: progress.id, policy: rules.policy, timeZone },
    progress: null,
  }
}

/**
 * The same for who has no page that asks again: waits for the replay.
 *
 * Throws CONFLICT when that takes longer than a minute and a quarter; what is done is kept.
 */
export const openBooks = (actor: Actor, asked: ReportInput, now: Date): Promise<Books> =>
  waitForReplay(async () => {
    const { books, progress } = await findBooks(actor, asked, now)
    return books ? { found: books, progress } : { found: null, progress }
  })
