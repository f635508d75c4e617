import 'server-only'
import { command } from '@/lib/command'
import { savePolicyInput } from '@/lib/settings/input'
import { currentPolicy } from '@/lib/settings/queries'

/** Says whether a policy could be saved, and how it differs from the one that holds; saves nothing. */
export const checkScoringPolicy = command(
  { ability: 'settings.edit', input: savePolicyInput },
  async ({ tx, input: { policy } }) => ({ policy, current: await currentPolicy(tx) }),
)
