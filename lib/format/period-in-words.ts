import { formatDay } from '@/lib/format/format-time'
import { periodEdge } from '@/lib/period'
import { relativeDayInWords } from '@/lib/relative-day'

const dayMs = 24 * 3_600_000

/**
 * A half-open period as people say it, its last day being the one before the end: "Created 1 Nov 2026 to 23 Nov 2026",
 * "Created since 1 Nov 2026", "Created in the last 7 days". Null without edges.
 */
export function periodInWords(what: string, from: string | undefined, to: string | undefined, zone: string) {
  const start = from ? periodEdge(from, zone) : null
  const end = to ? periodEdge(to, zone) : null
  const last = end && formatDay(new Date(end.getTime() - 1), zone)
  const relative = { from: from && relativeDayInWords(from), to: to && relativeDayInWords(to) }
  if (relative.from || relative.to) {
    if (from?.toLowerCase() === `last-${to?.toLowerCase()}`) return `${what} ${from.toLowerCase().replace('-', ' ')}`
    const since = relative.from ? relative.from.from : start && `since ${formatDay(start, zone)}`
    const before = relative.to ? relative.to.to : last && `up to ${last}`
    return `${what} ${[since, before].filter(Boolean).join(', ')}`
  }
  if (!start) return last && `${what} up to ${last}`
  const first = formatDay(start, zone)
  if (!end) return `${what} since ${first}`
  return end.getTime() - start.getTime() <= dayMs ? `${what} on ${first}` : `${what} ${first} to ${last}`
}
