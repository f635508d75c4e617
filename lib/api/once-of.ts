import 'server-only'
import { createHash } from 'node:crypto'
import { invalid } from '@/lib/errors'
import type { Once } from '@/lib/once'

const header = 'Idempotency-Key'

/**
 * What makes a POST have one effect however often it is sent: its key, and the SHA-256 of method, path and body.
 * Undefined without the header. Throws INVALID for a key that is empty or longer than 255 characters.
 */
export function onceOf(request: Request, body: string | Uint8Array): Once | undefined {
  const key = request.headers.get(header)
  if (key === null) return undefined
  if (key.length < 1 || key.length > 255) throw invalid({ [header]: 'Use a key of 1 to 255 characters.' })
  const { pathname, search } = new URL(request.url)
  const fingerprint = createHash('sha256').update(`${request.method} ${pathname}${search}\n`).update(body).digest('hex')
  return { key, fingerprint }
}
