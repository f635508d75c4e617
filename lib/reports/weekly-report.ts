import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { addDays } from '@/lib/calendar-day'
import { findBooks, ofPeriod } from '@/lib/reports/books'
import { dashboardReport } from '@/lib/reports/dashboard'
import type { WeekFigures } from '@/lib/reports/week-in-words'
import { settlePeriod } from '@/lib/reports/period'
import { touchesToWin } from '@/lib/reports/thresholds/touches-to-win'

/**
 * The dashboard's numbers of the week that begins on a Monday, and of the week before, both as it was known at the end of
 * that Sunday: so they are the same whenever they are read, here and on the dashboard. Null while the ledger is still being
 * replayed for that moment: ask again.
 *
 * Throws FORBIDDEN, and INVALID for a week that has not ended.
 */
export async function weeklyReport(
  actor: Actor,
  monday: string,
  now: Date,
): Promise<{ week: WeekFigures; before: WeekFigures } | null> {
  const days = { from: monday, to: addDays(monday, 7) }
  const { books } = await findBooks(actor, { ...days, asOf: addDays(monday, 6) }, now)
  if (!books) return null
  const figuresOf = async (from: string): Promise<WeekFigures> => {
    const { asOf } = books.period
    const period = { ...settlePeriod({ from, to: addDays(from, 7) }, books.timeZone, now), asOf }
    const { figures, handoffs, trend, cohort, targets } = await dashboardReport(actor, ofPeriod(books, period), null)
    const [happened] = trend.weeks
    if (!happened) throw new Error(`no week of ${from} in its own trend`)
    return { monday: from, happened, cohort: figures, handoffs, touches: touchesToWin(cohort), targets }
  }
  return { week: await figuresOf(monday), before: await figuresOf(addDays(monday, -7)) }
}
