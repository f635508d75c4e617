import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { fromThisMachine } from '@/lib/api/incoming'
import { forbidden } from '@/lib/errors'

const digest = (text: string) => createHash('sha256').update(text).digest()

/**
 * Metrics tell how busy the company is. They are for this machine itself (not for who comes through a proxy on it),
 * and for who knows METRICS_TOKEN. Throws FORBIDDEN.
 */
export function allowMetrics(headers: Headers): void {
  const token = process.env.METRICS_TOKEN
  const [, given] = /^Bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '') ?? []
  if (token && given && timingSafeEqual(digest(given), digest(token))) return
  if (headers.get(fromThisMachine)) return
  throw forbidden(
    'Metrics are read on this machine, or with the METRICS_TOKEN in the header Authorization: Bearer <token>.',
  )
}
