import type { CohortGroup } from '@/lib/reports/cohort/cohort'
import { type Interval, wilsonInterval } from '@/lib/statistics/wilson'

/** What became of the leads of one source, of those created in the period; also where none was won. */
export type SourceFigures = {
  /** Null: no source is known. */
  source: string | null
  leads: number
  warmed: number
  accepted: number
  won: number
  lost: number
  /** Won of all, with how far that may be chance. */
  rate: number
  interval: Interval
}

/** Every source by its leads, the largest first. */
export function sourceFigures(groups: (CohortGroup & { key: string | null })[]): SourceFigures[] {
  const sources = [...new Set(groups.map(({ key }) => key))]
  return sources
    .map((source) => {
      const of = groups.filter(({ key }) => key === source)
      const count = (is: (group: CohortGroup) => boolean) =>
        of.reduce((sum, group) => sum + (is(group) ? group.leads : 0), 0)
      const [leads, won] = [count(() => true), count(({ isWon }) => isWon)]
      return {
        source,
        leads,
        warmed: count(({ isWarmed }) => isWarmed),
        accepted: count(({ isAccepted }) => isAccepted),
        won,
        lost: count(({ isLost }) => isLost),
        rate: won / leads,
        interval: wilsonInterval(won, leads),
      }
    })
    .sort((a, b) => b.leads - a.leads || b.won - a.won || (a.source ?? '').localeCompare(b.source ?? ''))
}
