import { formatDay, formatSince } from '@/lib/format/format-time'
import type { HandoffShape } from '@/lib/handoffs/handoff-shape'
import { reasonLabels } from '@/lib/handoffs/reasons'
import type { LeadShape } from '@/lib/leads/lead-shape'

/** Where a lead is and since when, in one line: "With Sales · Sam since 12 Nov", "Waiting for Sales since 10:42". */

type Whereabouts = Pick<
  LeadShape,
  'outcome' | 'desk' | 'owner' | 'rep' | 'lostReason' | 'closedAt' | 'wakeOn' | 'createdAt'
>
type Last = Pick<
  HandoffShape,
  | 'status'
  | 'kind'
  | 'reason'
  | 'offeredAt'
  | 'acceptedAt'
  | 'returnedAt'
  | 'returnedBy'
  | 'rep'
  | 'givenTo'
  | 'reserved'
>

/** The time when it is today in the zone, else the day. */
export function since(at: Date, timeZone: string, now: Date): string {
  const day = formatDay(at, timeZone, now)
  return day === formatDay(now, timeZone, now) ? formatSince(at, timeZone, now) : day
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** `last` is the lead's latest handoff, null when it never had one. */
export function whereabouts(lead: Whereabouts, last: Last | null, now: Date, timeZone: string): string {
  const on = (at: Date) => since(at, timeZone, now)
  if (lead.outcome !== 'OPEN') return closed(lead, on)
  if (lead.desk === 'QUEUE') {
    const whom = last?.reserved && last.givenTo ? last.givenTo.name : 'Sales'
    return `Waiting for ${whom}${last ? ` since ${on(last.offeredAt)}` : ''}`
  }
  if (lead.desk === 'SALES') {
    const from = last?.status === 'ACCEPTED' && last.acceptedAt ? last.acceptedAt : null
    return `With Sales${lead.rep ? ` · ${lead.rep.name}` : ''}${from ? ` since ${on(from)}` : ''}`
  }
  const by = lead.owner ? ` · ${lead.owner.name}` : ''
  if (last?.status !== 'RETURNED' || !last.returnedAt || !last.reason) return `With Marketing${by}`
  const who = last.returnedBy ? ` by ${last.returnedBy.name}` : ''
  const wakes = lead.wakeOn ? `, wakes on ${formatDay(new Date(`${lead.wakeOn}T12:00:00Z`), 'UTC', now)}` : ''
  return `With Marketing${by} · sent back${who} ${on(last.returnedAt)}: ${lower(reasonLabels[last.reason])}${wakes}`
}

function closed({ outcome, closedAt, lostReason, rep }: Whereabouts, on: (at: Date) => string): string {
  const word = outcome === 'WON' ? 'Won' : 'Lost'
  const when = closedAt ? ` ${on(closedAt)}` : ''
  const why = lostReason ? `: ${lower(reasonLabels[lostReason])}` : ''
  return `${word}${when}${why}${rep ? ` · ${rep.name}` : ''}`
}

/** Dates that can't be in the order of things, in words. Real exports have them; they are kept and told. */
export function oddDates({ outcome, closedAt, createdAt }: Whereabouts, timeZone: string): string[] {
  if (outcome === 'OPEN' || !closedAt || closedAt >= createdAt) return []
  const [word, day] = [outcome === 'WON' ? 'won' : 'lost', (at: Date) => formatDay(at, timeZone)]
  return [`Recorded as ${word} on ${day(closedAt)}, before it was created on ${day(createdAt)}.`]
}
