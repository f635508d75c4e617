import { formatDue, formatMoment, formatRelative, formatSince } from '@/lib/format/format-time'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** When a task is due: "14:30", "tomorrow 09:00", "Thu 09:00"; rose and "Overdue 25 min" after it. */
export function TaskDue({ at, zone, now }: { at: Date; zone: string; now: Date }) {
  const left = at.getTime() - now.getTime()
  const isFar = left > 6 * dayMs
  const words =
    left < 0
      ? formatDue(left, true)
      : isFar || isToday(at, zone, now)
        ? formatSince(at, zone, now)
        : formatRelative(at, zone, now)
  const tone = left < 0 ? 'font-medium text-danger-ink' : left < hourMs ? 'text-warm-ink' : 'text-ink-soft'
  return (
    <time
      dateTime={at.toISOString()}
      title={`due ${formatMoment(at, zone)}`}
      className={`text-xs whitespace-nowrap tabular-nums ${tone}`}
    >
      {words}
    </time>
  )
}

/** Today's times are told by the clock alone. */
const isToday = (at: Date, zone: string, now: Date) => !formatSince(at, zone, now).includes(',')
