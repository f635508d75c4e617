import { TZDate } from '@date-fns/tz'

/**
 * The moment that an edge of a period means: a day is its midnight in the company's zone.
 *
 * Returns null for what is no date, or lies outside of 1970 to 2199.
 */
export function periodEdge(edge: string, timeZone: string): Date | null {
  const moment = momentOf(edge, timeZone)
  return moment && moment.getUTCFullYear() >= 1970 && moment.getUTCFullYear() < 2200 ? moment : null
}

function momentOf(edge: string, timeZone: string): Date | null {
  if (edge.includes('T')) {
    const moment = new Date(edge)
    return Number.isNaN(moment.getTime()) ? null : moment
  }
  const [year = 0, month = 0, day = 0] = edge.split('-').map(Number)
  const midnight = new TZDate(year, month - 1, day, timeZone)
  const isThatDay = midnight.getMonth() === month - 1 && midnight.getDate() === day
  return isThatDay ? new Date(midnight.getTime()) : null
}
