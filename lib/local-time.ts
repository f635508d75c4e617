import { TZDate } from '@date-fns/tz'

/**
 * Times as forms send them, without a zone: what the clock on the wall of the company says. What is no time is handed
 * on as it was typed, so that inputs refuse it with their own words.
 */
const pattern = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/

function read(local: string, timeZone: string): TZDate | null {
  const found = pattern.exec(local)
  if (!found || !isZone(timeZone)) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1).map((part) => Number(part ?? 0))
  const at = new TZDate(year, month - 1, day, hour, minute, timeZone)
  return at.getMonth() === month - 1 && at.getDate() === day ? at : null
}

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** The instant, in ISO 8601, at which the company's clock shows `local` ("2026-11-23T10:42"). */
export function instantOf(local: string, timeZone: string): string {
  const at = read(local, timeZone)
  return at ? new Date(at.getTime()).toISOString() : local
}

/** What the company's clock shows at an instant: "2026-11-23T10:42". */
export function localOf(at: Date, timeZone: string): string {
  const local = new TZDate(at.getTime(), timeZone)
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`
  return `${day}T${two(local.getHours())}:${two(local.getMinutes())}`
}

/** The end of the day that `day` ("2026-11-23") is in the zone; undefined for the day that it is now, which has not ended. */
export function endOfDay(day: string, timeZone: string, now: Date): string | undefined {
  const start = read(day, timeZone)
  if (!start) return day
  if (localOf(now, timeZone).slice(0, 10) === day.slice(0, 10)) return undefined
  start.setHours(23, 59, 59, 0)
  return new Date(start.getTime()).toISOString()
}
