import type { Books } from '@/lib/reports/books'
import { type Dimension, readCohort, readCohortBy } from '@/lib/reports/cohort/cohort'
import { offersByTouches } from '@/lib/reports/handoffs/offers-by-touches'
import { suggestThresholds } from '@/lib/reports/thresholds/suggest-thresholds'
import { touchesByGroup } from '@/lib/reports/thresholds/touches-by-group'
import { type TouchesToWin, touchesToWin } from '@/lib/reports/thresholds/touches-to-win'

/** What the company's own history says of its thresholds: everything that the page of that name shows. */
export function thresholdsReport(books: Books) {
  const touches = touchesOf(books)
  const [channels, sources] = [touchesBy(books, 'channel'), touchesBy(books, 'source')]
  return { touches, suggestion: suggestionOf(touches), channels, sources, offers: offersByTouches(books) }
}

/** How many touches it takes to win, of all leads of the cohort. */
export const touchesOf = (books: Books) => touchesToWin(readCohort(books).groups)

/** The same by the channel of the first touch, or by source. */
export const touchesBy = (books: Books, dimension: Dimension) => touchesByGroup(readCohortBy(books, dimension))

/** The thresholds that these chances suggest. Leads that were won without a touch say nothing of touches. */
export const suggestionOf = ({ hazard }: Pick<TouchesToWin, 'hazard'>) =>
  suggestThresholds(hazard.filter(({ touch }) => touch > 0))
