import 'server-only'
import { command } from '@/lib/command'
import { tryPolicyInput } from '@/lib/settings/input'
import { openTrial } from '@/lib/trials/find-trial'
import { trialOf } from '@/lib/trials/queries'
import { trialDefinition } from '@/lib/trials/trial-words'

/**
 * What another policy would do with the leads as they stand, and what it would have done with the same history. Changes
 * nothing. Waits for the ledger to be replayed; throws CONFLICT when that takes longer than a minute and a quarter.
 */
export const tryScoringPolicy = command(
  { ability: 'settings.edit', input: tryPolicyInput },
  async ({ actor, input: { policy, period }, now }) => {
    const trial = await openTrial(actor, { policy, period, at: now }, now)
    const { moves, report } = await trialOf(actor, trial)
    const { from = null, to = null } = period
    return { policy, from, to, asOf: now, ...moves, ...report, definition: trialDefinition }
  },
)
