import 'server-only'
import { command } from '@/lib/command'
import { addJob } from '@/lib/jobs/add-job'
import { savePolicyInput } from '@/lib/settings/input'
import { scoringSettings } from '@/lib/settings/queries'
import { lockCountingRules } from '@/lib/touchpoints/counting-rules'

/**
 * Saves a new version of the scoring policy. It holds for the whole ledger from this moment: new touches are counted
 * by it at once, and a background job counts every lead anew.
 */
export const saveScoringPolicy = command(
  { ability: 'settings.edit', input: savePolicyInput },
  async ({ tx, actor, input, now }) => {
    const { policy, offersRisen } = input
    const { channels, ...thresholds } = policy
    await lockCountingRules(tx)
    await tx.scoringPolicy.create({ data: { ...thresholds, channels, offersRisen, savedAt: now, savedById: actor.id } })
    await addJob(tx, 'recount-leads', {})
    return scoringSettings(actor, tx)
  },
)
