/**
 * Times as people say them, in the company's zone: near ones by distance ("25 min ago"), this week's by day
 * ("Thu 10:12"), others by date ("12 Nov", with the year when it is another one).
 */
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Parts = { weekday: string; day: string; month: string; year: string; hour: string; minute: string }

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    formatters.set(zone, formatter)
  }
  return formatter
}

function partsOf(at: Date, zone: string): Parts {
  const parts: Parts = { weekday: '', day: '', month: '', year: '', hour: '', minute: '' }
  for (const { type, value } of formatterOf(zone).formatToParts(at)) {
    if (type in parts) parts[type as keyof Parts] = value
  }
  return parts
}

const clock = (parts: Parts) => `${parts.hour}:${parts.minute}`

/** A day: "12 Nov 2026". The year is left out when it is that of `now`. */
export function formatDay(at: Date, zone: string, now?: Date): string {
  const parts = partsOf(at, zone)
  const isThisYear = now !== undefined && partsOf(now, zone).year === parts.year
  return isThisYear ? `${parts.day} ${parts.month}` : `${parts.day} ${parts.month} ${parts.year}`
}

/** A moment, in full: "Thu 12 Nov 2026, 10:12". */
export function formatMoment(at: Date, zone: string): string {
  const parts = partsOf(at, zone)
  return `${parts.weekday} ${parts.day} ${parts.month} ${parts.year}, ${clock(parts)}`
}

/** A length of time, rounded down: "38 min", "1h 12m", "3 days". Never negative; under a minute is "1 min". */
export function formatSpan(milliseconds: number): string {
  const span = Math.abs(milliseconds)
  if (span < HOUR) return `${Math.max(1, Math.floor(span / MINUTE))} min`
  if (span < DAY) {
    const minutes = Math.floor((span % HOUR) / MINUTE)
    return minutes === 0
      ? `${Math.floor(span / HOUR)}h`
      : `${Math.floor(span / HOUR)}h ${String(minutes).padStart(2, '0')}m`
  }
  const days = Math.floor(span / DAY)
  return days === 1 ? '1 day' : `${days} days`
}

/** How far from now: "just now", "25 min ago", "2h ago", "yesterday 10:12", "Thu 10:12", "12 Nov"; ahead "in 25 min". */
export function formatRelative(at: Date, zone: string, now: Date): string {
  const distance = now.getTime() - at.getTime()
  const near = Math.abs(distance)
  if (near < MINUTE) return 'just now'
  const words = (text: string) => (distance > 0 ? `${text} ago` : `in ${text}`)
  if (near < HOUR) return words(`${Math.floor(near / MINUTE)} min`)
  const day = formatDay(at, zone)
  if (day === formatDay(now, zone)) return words(`${Math.floor(near / HOUR)}h`)
  const parts = partsOf(at, zone)
  if (day === formatDay(new Date(now.getTime() - DAY), zone)) return `yesterday ${clock(parts)}`
  if (day === formatDay(new Date(now.getTime() + DAY), zone)) return `tomorrow ${clock(parts)}`
  if (near < 6 * DAY) return `${parts.weekday} ${clock(parts)}`
  return formatDay(at, zone, now)
}

/** A promise: "38 min left", "Overdue 25 min". Just over it may be so without a minute of working time since. */
export function formatDue(left: number, isOver: boolean): string {
  return !isOver ? `${formatSpan(left)} left` : `Overdue ${formatSpan(left)}`
}

/** Since when, within a sentence: "10:42" where it is today, else "12 Nov, 10:42". */
export function formatSince(at: Date, zone: string, now: Date): string {
  const time = clock(partsOf(at, zone))
  return formatDay(at, zone) === formatDay(now, zone) ? time : `${formatDay(at, zone, now)}, ${time}`
}
