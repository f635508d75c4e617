import 'server-only'
import { createHash } from 'node:crypto'
import type { Tx } from '@/lib/db'

/** Few enough that an import takes them all at once, enough that single requests seldom meet. */
const buckets = 64
const lockSpace = 7302

const bucketOf = (identity: string) => createHash('sha256').update(identity).digest().readUInt16BE() % buckets

/**
 * A step: until the end of the transaction nobody else makes or finds records by these identities (an address, an
 * external id, a company's name). What two people create at once is so recognised as one.
 */
export async function lockIdentities(tx: Tx, identities: string[]): Promise<void> {
  const taken = [...new Set(identities.map(bucketOf))].sort((a, b) => a - b)
  await tx.$executeRaw`select pg_advisory_xact_lock(${lockSpace}::int, bucket) from unnest(${taken}::int[]) as bucket`
}
