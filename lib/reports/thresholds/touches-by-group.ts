import { type LeadsByTouches, type TouchesToWin, touchesToWin } from '@/lib/reports/thresholds/touches-to-win'

/** The leads of one channel or source; `key` is null where it is not known. */
export type TouchesOfGroup = { key: string | null; leads: number; report: TouchesToWin }

/** The same for each group apart, those with the most wins first. Each is silent below 20 wins of its own. */
export function touchesByGroup(cohort: (LeadsByTouches & { key: string | null })[]): TouchesOfGroup[] {
  const groups = new Map<string | null, LeadsByTouches[]>()
  for (const alike of cohort) {
    const group = groups.get(alike.key)
    if (group) group.push(alike)
    else groups.set(alike.key, [alike])
  }
  return [...groups]
    .map(([key, alike]) => ({
      key,
      leads: alike.reduce((sum, { leads }) => sum + leads, 0),
      report: touchesToWin(alike),
    }))
    .toSorted(
      (one, other) =>
        other.report.wins - one.report.wins ||
        other.leads - one.leads ||
        (one.key ?? '').localeCompare(other.key ?? ''),
    )
}
