import { clamp, type Interval, z95 } from '@/lib/statistics/wilson'

/** Those still under way just before a moment, and those of them to whom it happened then. */
export type AtRisk = { atRisk: number; events: number }

export type Survival = Interval & { survival: number }

/**
 * The share that is still without the event after each moment, with a 95% interval, from the numbers at risk in the
 * order of the moments. Whoever leaves without the event (censored) is at risk up to and including that moment.
 *
 * The product-limit estimator: E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations",
 * JASA 53 (1958), 457-481. Its variance is M. Greenwood's (1926): S² · Σ d / (n (n - d)); the interval is
 * S ± 1.96 · √variance, cut off at 0 and 1. Where the curve reaches 0 the formula is not defined: the interval then
 * reaches from 0 to the upper end of the moment before.
 *
 * Throws RangeError when more events happen than are at risk.
 */
export function kaplanMeier(moments: AtRisk[]): Survival[] {
  let survival = 1
  let greenwood = 0
  let high = 1
  return moments.map(({ atRisk, events }) => {
    if (events > atRisk || events < 0) throw new RangeError(`${events} events among ${atRisk} at risk`)
    if (events === 0) return { survival, low: lowOf(survival, greenwood), high }
    survival *= 1 - events / atRisk
    if (events === atRisk) return { survival: 0, low: 0, high }
    greenwood += events / (atRisk * (atRisk - events))
    high = clamp(survival + z95 * survival * Math.sqrt(greenwood))
    return { survival, low: lowOf(survival, greenwood), high }
  })
}

const lowOf = (survival: number, greenwood: number) => clamp(survival - z95 * survival * Math.sqrt(greenwood))
