import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { type Chosen, choose } from '@/lib/facts/chosen'
import type { Facts } from '@/lib/facts/facts'
import { presentFacts } from '@/lib/facts/present-facts'
import { replayedFacts } from '@/lib/facts/replayed-facts'
import { findReplay, type ReplayProgress, rulesThen } from '@/lib/replays/queries'
import { waitForReplay } from '@/lib/replays/wait-for-replay'
import { filtersOf, type ReportFilters, type ReportInput } from '@/lib/reports/filters'
import { isWithin, type Period, settlePeriod } from '@/lib/reports/period'
import type { ScoringPolicy } from '@/lib/scoring/policy'
import { companySettings, currentPolicy } from '@/lib/settings/queries'

/**
 * What reports are read from: of which leads, of which period, and as of when. Whoever has them may read reports.
 */
export type Books = Chosen & {
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
  const open = (facts: Facts, moment: Pick<Books, 'at' | 'replayId' | 'policy'>) => ({
    books: { period, filters, ...moment, timeZone, ...chosenOf(facts, filters, period) },
    progress: null,
  })
  if (!period.asOf) return open(await presentFacts(), { at: now, replayId: null, policy: await currentPolicy() })
  const rules = await rulesThen(actor, period.asOf)
  const progress = await findReplay(actor, { asOf: period.asOf, rules, now })
  if (!progress.isWhole) return { books: null, progress }
  const facts = await replayedFacts(progress.id, period.asOf)
  return open(facts, { at: period.asOf, replayId: progress.id, policy: rules.policy })
}

const chosenOf = (facts: Facts, filters: ReportFilters, period: Period): Chosen =>
  choose(facts, filters, period.from || period.to ? isWithin(period) : null)

/** The same books, read of another period. */
export const ofPeriod = (books: Books, period: Period): Books => ({
  ...books,
  period,
  ...chosenOf(books.facts, books.filters, period),
})

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
