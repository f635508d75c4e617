/** A moment for sentences: "10:42" when it is today in the zone, else "12 Nov, 10:42", with the year when it is another. */
export function formatInTimeZone(at: Date, timeZone: string, now: Date): string {
  const part = (date: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(date)
  const time = part(at, { hour: '2-digit', minute: '2-digit' })
  const day = (date: Date) => part(date, { day: 'numeric', month: 'short', year: 'numeric' })
  if (day(at) === day(now)) return time
  const sameYear = part(at, { year: 'numeric' }) === part(now, { year: 'numeric' })
  return `${part(at, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) })}, ${time}`
}
