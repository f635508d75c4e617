import 'server-only'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { tooMany } from '@/lib/errors'

const perMinuteByDefault = 6000

const globals = globalThis as typeof globalThis & {
  batonApiLimiter?: { perMinute: number; limiter: RateLimiterMemory }
}

function limiterOf(perMinute: number): RateLimiterMemory {
  if (globals.batonApiLimiter?.perMinute !== perMinute)
    globals.batonApiLimiter = { perMinute, limiter: new RateLimiterMemory({ points: perMinute, duration: 60 }) }
  return globals.batonApiLimiter.limiter
}

/** Counts one request of a key. API_RATE_PER_MINUTE (6,000 if left out) is the most; 0 is no limit. Throws TOO_MANY. */
export async function spendRequest(keyHash: string): Promise<void> {
  const perMinute = Number(process.env.API_RATE_PER_MINUTE || perMinuteByDefault)
  if (perMinute === 0) return
  try {
    await limiterOf(perMinute).consume(keyHash)
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
    throw tooMany(`A key may ask ${perMinute} times a minute. Try again in ${seconds} s.`, seconds)
  }
}
