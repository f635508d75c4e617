import { Timer } from 'lucide-react'
import { type WorkingHours, workingTime } from '@/lib/handoffs/business-clock'
import { formatDay, formatDue, formatMoment, formatRelative } from '@/lib/format/format-time'

/** So much working time is told in hours; what is further away in days of the calendar. */
const dayMs = 24 * 3_600_000

const toDate = (at: Date | string) => (typeof at === 'string' ? new Date(at) : at)

/**
 * The one way to show a time. `zone` is the company's, `now` the moment of the page.
 * - `relative` (needs now): "25 min ago", the moment in full on hover
 * - `moment`: "Thu 12 Nov 2026, 10:12"
 * - `day`: "12 Nov" (with now: this year's without the year)
 * `<DateTime at={touch.occurredAt} zone={zone} now={now} />`
 */
export function DateTime({
  at,
  zone,
  now,
  as = now ? 'relative' : 'moment',
}: {
  at: Date | string
  zone: string
  now?: Date
  as?: 'relative' | 'moment' | 'day'
}) {
  const date = toDate(at)
  const moment = formatMoment(date, zone)
  const text =
    as === 'relative' && now ? formatRelative(date, zone, now) : as === 'day' ? formatDay(date, zone, now) : moment
  return (
    <time dateTime={date.toISOString()} title={text === moment ? undefined : moment} className="whitespace-nowrap">
      {text}
    </time>
  )
}

/** When an answer is due, in working time: "38 min left", amber in the last hour, rose and "Overdue 25 min" after it. */
export function DueTime({ at, hours, now }: { at: Date | string; hours: WorkingHours; now: Date }) {
  const due = toDate(at)
  const isOver = due < now
  const worked = workingTime(now, due, hours)
  const left = Math.abs(worked) < dayMs ? worked : due.getTime() - now.getTime()
  const tone = isOver ? 'text-danger-ink font-medium' : left < 3_600_000 ? 'text-warm-ink' : 'text-ink-soft'
  return (
    <time
      dateTime={due.toISOString()}
      title={`due ${formatMoment(due, hours.timeZone)}`}
      className={`inline-flex items-center gap-1 text-xs whitespace-nowrap ${tone}`}
    >
      <Timer className="size-3.5" aria-hidden="true" />
      {formatDue(left, isOver)}
    </time>
  )
}
