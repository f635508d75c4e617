import type { DayOfTouches } from '@/lib/campaigns/touches-by-day'

/** A bar of a strip: a day, or several days where a campaign ran for long. Days are "2026-11-23", `to` inclusive. */
export type DayBar = { from: string; to: string } & Omit<DayOfTouches, 'day'>

const mostBars = 60
const dayMs = 24 * 3_600_000
const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayAt = (time: number) => new Date(time).toISOString().slice(0, 10)

/** Days as at most 60 bars of equal length, from the first touch to the last; days without a touch are empty bars. */
export function dayBars(days: DayOfTouches[]): DayBar[] {
  const [first, last] = [days.at(0), days.at(-1)]
  if (!first || !last) return []
  const start = at(first.day)
  const length = Math.ceil(((at(last.day) - start) / dayMs + 1) / mostBars)
  const bars: DayBar[] = []
  for (let from = start; from <= at(last.day); from += length * dayMs) {
    const to = dayAt(Math.min(from + (length - 1) * dayMs, at(last.day)))
    bars.push({ from: dayAt(from), to, touches: 0, reach: 0, engaged: 0 })
  }
  for (const { day, ...counts } of days) {
    const bar = bars[Math.floor((at(day) - start) / dayMs / length)]
    if (!bar) continue
    bar.touches += counts.touches
    bar.reach += counts.reach
    bar.engaged += counts.engaged
  }
  return bars
}
