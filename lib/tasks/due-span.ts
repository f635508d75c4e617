import { startOfDay } from '@/lib/handoffs/business-clock'
import type { DueWord } from '@/lib/tasks/input'

const weekDays = 7

/** From when until when (half-open) something is due that is due so; days are those of the zone. */
export function dueSpan(due: DueWord, now: Date, timeZone: string): { from?: Date; to?: Date } {
  const tomorrow = startOfDay(now, timeZone, 1)
  const afterWeek = startOfDay(now, timeZone, 1 + weekDays)
  const spans = {
    overdue: { to: now },
    today: { from: now, to: tomorrow },
    week: { from: tomorrow, to: afterWeek },
    later: { from: afterWeek },
  }
  return spans[due]
}

/** How something due at `at` is due. */
export function dueWordOf(at: Date, now: Date, timeZone: string): DueWord {
  if (at < now) return 'overdue'
  if (at < startOfDay(now, timeZone, 1)) return 'today'
  return at < startOfDay(now, timeZone, 1 + weekDays) ? 'week' : 'later'
}
