import 'server-only'
import type { Tx } from '@/lib/db'
import { companySettings, currentPolicy, type SavedPolicy } from '@/lib/settings/queries'

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
  const [policy, { timeZone, currency }] = [await currentPolicy(tx), await companySettings(tx)]
  return { policy, timeZone, currency }
}

/** A step: waits until nobody counts, so that new rules hold from here on. */
export async function lockCountingRules(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${rulesLock}::bigint)`
}
