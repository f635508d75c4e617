import { kaplanMeier, type Survival } from '@/lib/statistics/kaplan-meier'

/** How many waited so long until the event, and how many have waited so long and still do (censored). */
export type Durations = { at: number; events: number; censored: number }

/** In the unit of the durations; an end of the 95% interval is null where the data do not bound it. */
export type DurationQuantile = { value: number; low: number | null; high: number | null }

export type DurationQuartiles = {
  lower: DurationQuantile | null
  median: DurationQuantile | null
  upper: DurationQuantile | null
}

/** Shares are sums of fractions: nearer than this they are the same. */
const hair = 1e-12

/**
 * How long it takes until a quarter, the half and three quarters have had the event, those still waiting counted as such:
 * leaving them out would make every wait look shorter than it is. Null where the curve never gets there, because too many
 * still wait to know.
 *
 * Quantiles of the Kaplan-Meier curve: the first duration after which at most 1 - q are still waiting, or the middle between
 * it and the next one where it is exactly 1 - q, so that without censoring the median is the usual one. The interval holds
 * the durations that the curve's own interval does not rule out: R. Brookmeyer and J. Crowley, Biometrics 38 (1982), 29-41.
 * The groups may come in any order, a duration more than once.
 */
export function durationQuartiles(durations: Durations[]): DurationQuartiles {
  const curve = curveOf(durations)
  return { lower: quantileOf(curve, 0.25), median: quantileOf(curve, 0.5), upper: quantileOf(curve, 0.75) }
}

type Point = Survival & { at: number }

function curveOf(durations: Durations[]): Point[] {
  const sorted = durations.toSorted((one, other) => one.at - other.at)
  let atRisk = sorted.reduce((sum, { events, censored }) => sum + events + censored, 0)
  const moments: { at: number; atRisk: number; events: number }[] = []
  for (const { at, events, censored } of sorted) {
    const last = moments.at(-1)
    if (last?.at === at) last.events += events
    else moments.push({ at, atRisk, events })
    atRisk -= events + censored
  }
  const survival = kaplanMeier(moments)
  return moments.flatMap(({ at, events }, index) => {
    const point = survival[index]
    return events > 0 && point ? [{ at, ...point }] : []
  })
}

function quantileOf(curve: Point[], share: number): DurationQuantile | null {
  const waiting = 1 - share
  const crossing = (of: (point: Point) => number): number | null => {
    const first = curve.findIndex((point) => of(point) <= waiting + hair)
    const point = curve[first]
    if (!point) return null
    if (of(point) < waiting - hair) return point.at
    const next = curve.slice(first).find((each) => of(each) < waiting - hair)
    return next ? (point.at + next.at) / 2 : point.at
  }
  const value = crossing(({ survival }) => survival)
  return value === null ? null : { value, low: crossing(({ low }) => low), high: crossing(({ high }) => high) }
}
