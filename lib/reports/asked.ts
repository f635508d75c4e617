import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { todayIn } from '@/lib/calendar-day'
import { filtersOf } from '@/lib/filter-params'
import { type PageParams, paramOf, periodParams } from '@/lib/page-params'
import { type BooksOrProgress, findBooks } from '@/lib/reports/books'
import { type ReportFilters, reportFilters } from '@/lib/reports/filters'
import { type Period, settlePeriod } from '@/lib/reports/period'
import { type ChosenPeriod, choosePeriod, type Days, isDay } from '@/lib/reports/presets'
import { companySettings } from '@/lib/settings/queries'

/** What the address of a dashboard's page asks for, and the books that answer it. */
export type Asked = BooksOrProgress & {
  chosen: ChosenPeriod
  /** The period that it is compared with; null without. */
  before: Period | null
  /** A day; null for the present. */
  asOf: string | null
  filters: Partial<ReportFilters>
  /** The filters as the address says them, and the names of those that can't be read. */
  written: Partial<Record<keyof ReportFilters, string>>
  odd: string[]
  today: string
  /** The day by which the words of a period are meant (this quarter), where it is not today: a link goes on to say what it said. */
  on: string | null
  timeZone: string
  now: Date
}

/**
 * Reads the address of a dashboard's page. Odd parts are read as if they were not there, a day in the future included.
 *
 * Throws FORBIDDEN.
 */
export async function readAsked(actor: Actor, params: PageParams, now: Date): Promise<Asked> {
  authorise(actor, 'report.read')
  const { timeZone } = await companySettings()
  const today = todayIn(timeZone, now)
  const saidOn = paramOf(params, 'on')
  const on = isDay(saidOn) && saidOn < today ? saidOn : null
  const chosen = choosePeriod(periodParams(params), on ?? today)
  const day = paramOf(params, 'asOf')
  const asOf = isDay(day) && day < today ? day : null
  const { filters, written, odd } = filtersOf(params, reportFilters)
  const books = await findBooks(actor, { ...filters, ...inOrder(chosen), ...(asOf ? { asOf } : {}) }, now)
  const before = chosen.before && settlePeriod(inOrder(chosen.before), timeZone, now)
  return { ...books, chosen, before, asOf, on, filters, written, odd, today, timeZone, now }
}

/** The edges that there are; a period that would end before it begins is empty. */
export function inOrder({ from, to }: Days): Days {
  if (from !== undefined && to !== undefined && from > to) return { from, to: from }
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}
