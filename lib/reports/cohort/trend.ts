import 'server-only'
import { mondayOf, todayIn } from '@/lib/calendar-day'
import { db } from '@/lib/db'
import type { Books } from '@/lib/reports/books'
import { isWithin } from '@/lib/reports/period'
import { type TrendWeek, trendWeeks } from '@/lib/reports/cohort/trend-weeks'

/** Weeks of a period, with the policies that were saved in them. */
export type Trend = { weeks: TrendWeek[]; policies: { week: string; version: number; words: string }[] }

/** The first policy is no change. */
export async function readTrend(books: Books): Promise<Trend> {
  const isIn = isWithin(books.period)
  const [, ...changes] = await db.scoringPolicy.findMany({ orderBy: { version: 'asc' } })
  return {
    weeks: trendWeeks(books),
    policies: changes
      .filter(({ savedAt }) => isIn(savedAt.getTime()))
      .map(({ version, savedAt, warmAt, hotAt }) => ({
        week: mondayOf(todayIn(books.timeZone, savedAt)),
        version,
        words: `Warm from ${warmAt}, hot from ${hotAt}`,
      })),
  }
}
