import 'server-only'
import { type FunnelPlace, type FunnelStep, funnelSteps } from '@/lib/reports/cohort/funnel-step'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/**
 * The funnel's rules as SQL over the aliases `l` (lead) and `s` (lead_state, or what stands for it as of a past
 * moment). The report and the list of leads behind each of its numbers are both made of these, so they can't differ.
 */

/** Whether a lead has ever reached a step: by the first times, so a recycling takes nothing back. */
export const reached: Record<FunnelStep, Prisma.Sql> = {
  created: sql`true`,
  warm: sql`s.first_warmed_at is not null`,
  accepted: sql`s.first_accepted_at is not null`,
  hot: sql`s.first_hot_at is not null`,
  won: sql`s.outcome = 'WON'`,
}

export const isLost = sql`s.outcome = 'LOST'`

/** Now recycled: given back for later, and neither warm again nor on its way to Sales. */
export const isRecycled = sql`(
  s.recycled_at is not null and s.outcome = 'OPEN' and s.desk = 'MARKETING' and s.stage = 'COLD')`

/** Which leads a number of the funnel counts, as a condition over `l` and `s` of the present. */
export function atStep(step: FunnelStep, place: FunnelPlace): Prisma.Sql {
  const from = funnelSteps.indexOf(step)
  const entered = anyReached(funnelSteps.slice(from))
  const advanced = anyReached(funnelSteps.slice(from + 1))
  const isFurthest = sql`(${entered} and not ${advanced})`
  const conditions: Record<FunnelPlace, Prisma.Sql> = {
    entered,
    reached: sql`(${reached[step]})`,
    skipped: sql`(${entered} and not (${reached[step]}))`,
    advanced,
    lost: sql`(${isFurthest} and ${isLost})`,
    recycled: sql`(${isFurthest} and ${isRecycled})`,
    stillHere: sql`(${isFurthest} and not (${isLost}) and not ${isRecycled})`,
  }
  return conditions[place]
}

const anyReached = (steps: readonly FunnelStep[]) =>
  steps.length
    ? sql`(${Prisma.join(
        steps.map((step) => reached[step]),
        ' or ',
      )})`
    : sql`false`

/** Touches up to the close, for an open lead up to now: lifetime counted ones, recycling apart. */
export const touchesToClose = sql`coalesce(s.close_touch_count, s.lifetime_touch_count)`
