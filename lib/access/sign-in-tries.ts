import 'server-only'
import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '@/lib/db'
import { tooMany } from '@/lib/errors'

/**
 * How often somebody may be wrong: ten times in a quarter of an hour from one address for one email, fifty times an
 * hour for one email from wherever, two hundred times an hour from one address for whatever emails. A try counts from
 * its start, so that many at once gain nothing; a right one is given back.
 */
const limits = {
  addressAndEmail: { points: 10, duration: 15 * 60 },
  email: { points: 50, duration: 60 * 60 },
  address: { points: 200, duration: 60 * 60 },
} as const

const names = Object.keys(limits) as (keyof typeof limits)[]

const limiters = Object.fromEntries(
  names.map((name, place) => [
    name,
    new RateLimiterPostgres({
      ...limits[name],
      storeClient: pool,
      storeType: 'pool',
      tableName: 'sign_in_try',
      tableCreated: true,
      keyPrefix: name,
      // One of them clears the table for all.
      clearExpiredByTimeout: place === 0,
    }),
  ]),
) as Record<keyof typeof limits, RateLimiterPostgres>

/** A try at somebody's password: from where, and whose. */
export type Try = { address: string; email: string }

/** Emails are as long as people like, the table's keys are not; and nobody's address is kept. */
const hashed = (...parts: string[]) => createHash('sha256').update(parts.join(' ')).digest('base64url')

const keysOf = ({ address, email }: Try) => ({
  addressAndEmail: hashed(address, email),
  email: hashed(email),
  address: hashed(address),
})

/** Counts a try. Throws TOO_MANY with the time to wait. */
export async function countTry(attempt: Try): Promise<void> {
  const keys = keysOf(attempt)
  for (const name of names) {
    try {
      await limiters[name].consume(keys[name])
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
      const minutes = Math.ceil(seconds / 60)
      throw tooMany(
        `Too many tries. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.`,
        seconds,
      )
    }
  }
}

/** Gives a try back that was right. */
export async function forgetTry(attempt: Try): Promise<void> {
  const keys = keysOf(attempt)
  for (const name of names) await limiters[name].reward(keys[name])
}
