import { formatDay } from '@/lib/format/format-time'
import { periodEdge } from '@/lib/period'

const dayMs = 24 * 3_600_000

/**
 * A half-open period as people say it, its last day being the one before the end: "Created 1 Nov 2026 to 23 Nov 2026",
 * "Created since 1 Nov 2026". Null without edges.
 */
export function periodInWords(what: string, from: string | undefined, to: string | undefined, zone: string) {
  const start = from ? periodEdge(from, zone) : null
  const end = to ? periodEdge(to, zone) : null
  const last = end && formatDay(new Date(end.getTime() - 1), zone)
  if (!start) return last && `${what} up to ${last}`
  const first = formatDay(start, zone)
  if (!end) return `${what} since ${first}`
  return end.getTime() - start.getTime() <= dayMs ? `${what} on ${first}` : `${what} ${first} to ${last}`
}
