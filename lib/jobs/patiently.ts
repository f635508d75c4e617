import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { DomainError } from '@/lib/errors'
import { log } from '@/lib/log'

/** Milliseconds before work that failed for an unknown reason is tried again. */
const pauses = [500, 2000, 8000]

/** Tries again what failed for an unknown reason: a database that was away is often back a moment later. */
export async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  for (const pause of pauses) {
    try {
      return await work()
    } catch (error) {
      if (error instanceof DomainError && error.code !== 'CONFLICT') throw error
      log.warn({ err: error }, 'A step of a job failed; it is tried again')
      await wait(pause)
    }
  }
  return work()
}
