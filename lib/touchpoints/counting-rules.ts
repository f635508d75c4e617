import 'server-only'
import type { Tx } from '@/lib/db'
import { type PolicyRow, policyOf, type SavedPolicy } from '@/lib/settings/queries'

/** By what touches are counted in this transaction; with the company's currency, which values are in by default. */
export type CountingRules = { policy: SavedPolicy; timeZone: string; currency: string }

/** One advisory lock: whoever counts holds it shared, whoever changes the rules holds it alone. */
const rulesLock = 7301

/**
 * A step: keeps the rules from changing before this transaction ends. Without it a touch counted by the old policy
 * could be committed after the recount had passed its lead.
 */
export async function keepCountingRules(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock_shared(${rulesLock}::bigint)`
}

/** A step: the rules that hold, and go on to hold until this transaction ends. */
export async function holdCountingRules(tx: Tx): Promise<CountingRules> {
  await keepCountingRules(tx)
  return countingRules(tx)
}

/** The rules that hold, read at once; for transactions that keep them already (whoever locked a lead does). */
export async function countingRules(tx: Tx): Promise<CountingRules> {
  const [row] = await tx.$queryRaw<(PolicyRow & { timeZone: string; currency: string })[]>`
    select version, warm_at as "warmAt", hot_at as "hotAt", close_by as "closeBy", window_days as "windowDays", channels,
      settings.time_zone as "timeZone", settings.currency
    from scoring_policy cross join settings order by version desc limit 1`
  if (!row) throw new Error('there is no scoring policy')
  return { policy: policyOf(row), timeZone: row.timeZone, currency: row.currency }
}

/** A step: waits until nobody counts, so that new rules hold from here on. */
export async function lockCountingRules(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${rulesLock}::bigint)`
}
