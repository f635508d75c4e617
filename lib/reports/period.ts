import * as z from 'zod'
import { periodEdge } from '@/lib/period'
import { invalid } from '@/lib/errors'

const edge = z
  .string('Write a day such as 2026-11-23, or a moment.')
  .refine((value) => periodEdge(value, 'UTC') !== null, 'Write a day such as 2026-11-23, or a moment.')
  .optional()

/** What every report takes: the leads created in [from, to), as it was known at asOf. */
export const periodParameters = { from: edge, to: edge, asOf: edge }

export type PeriodInput = z.output<z.ZodObject<typeof periodParameters>>

/** Half-open; null is an open end. `asOf` is null for the present, which is at `now`. */
export type Period = { from: Date | null; to: Date | null; asOf: Date | null; now: Date }

/** Whether a moment, in ms since 1970, is within; none, which is NaN, is not. */
export function isWithin({ from, to }: Pick<Period, 'from' | 'to'>): (at: number) => boolean {
  const [first, end] = [from?.getTime() ?? -Infinity, to?.getTime() ?? Infinity]
  return (at) => at >= first && at < end
}

const dayMs = 24 * 3_600_000

/**
 * The moments that are meant: a day begins at midnight in the company's zone; as of a day means at its end, as of today
 * means now.
 *
 * Throws INVALID when `from` lies after `to`, or `asOf` in the future.
 */
export function settlePeriod({ from, to, asOf }: PeriodInput, timeZone: string, now: Date): Period {
  const start = from === undefined ? null : periodEdge(from, timeZone)
  const end = to === undefined ? null : periodEdge(to, timeZone)
  if (start && end && start > end) throw invalid({ from: 'The period ends before it begins. Choose an earlier start.' })
  return { from: start, to: end, asOf: asOf === undefined ? null : settleAsOf(asOf, timeZone, now), now }
}

function settleAsOf(asOf: string, timeZone: string, now: Date): Date | null {
  const moment = periodEdge(asOf, timeZone)
  if (!moment || moment > now)
    throw invalid({ asOf: 'Only the past can be read as of a moment. Choose one that has been.' })
  if (asOf.includes('T')) return moment
  const nextDay = new Date(Date.parse(`${asOf}T00:00:00Z`) + dayMs).toISOString().slice(0, 10)
  const end = periodEdge(nextDay, timeZone) ?? now
  return end > now ? now : end
}
