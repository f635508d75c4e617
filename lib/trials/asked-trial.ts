import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { todayIn } from '@/lib/calendar-day'
import { instant } from '@/lib/fields'
import { type PageParams, paramOf, periodParams } from '@/lib/page-params'
import { inOrder } from '@/lib/reports/asked'
import { type ChosenPeriod, choosePeriod } from '@/lib/reports/presets'
import type { ScoringPolicy } from '@/lib/scoring/policy'
import { proposalParameters, proposedPolicy } from '@/lib/settings/proposal'
import { companySettings, currentPolicy } from '@/lib/settings/queries'
import { findTrial, type TrialOrProgress } from '@/lib/trials/find-trial'

/** The policy that an address proposes, and its trial. */
export type AskedTrial = TrialOrProgress & {
  policy: ScoringPolicy
  /** As the address says it. */
  proposal: Record<string, string>
  at: Date
  chosen: ChosenPeriod
  timeZone: string
}

/** The moment of a trial as its address says it; null for none, or one that is still to come. */
export function momentOf(params: PageParams, now: Date): Date | null {
  const { data: at } = instant.safeParse(paramOf(params, 'at'))
  return at && at <= now ? at : null
}

/**
 * Reads the address of a trial; without a moment it is as of now. Null where it proposes nothing else than what holds.
 *
 * Throws FORBIDDEN.
 */
export async function readAskedTrial(actor: Actor, params: PageParams, now: Date): Promise<AskedTrial | null> {
  authorise(actor, 'settings.edit')
  const [current, { timeZone }] = await Promise.all([currentPolicy(), companySettings()])
  const policy = proposedPolicy(params, current)
  if (!policy) return null
  const at = momentOf(params, now) ?? now
  const chosen = choosePeriod(periodParams(params), todayIn(timeZone, at))
  const found = await findTrial(actor, { policy, period: inOrder(chosen), at }, now)
  return { ...found, policy, proposal: proposalParameters(policy, current), at, chosen, timeZone }
}
