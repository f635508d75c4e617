import 'server-only'
import { createHash } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/db'

/** What is kept of a key: SHA-256 in hex. A key is random enough that nothing slower is needed. */
export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex')

/** The person a key acts as; null for a key that is unknown or revoked, or whose person is deactivated. */
export async function actorOfKey(key: string): Promise<Actor | null> {
  const found = await db.apiKey.findFirst({
    where: { keyHash: hashOfKey(key), revokedAt: null, person: { is: { deactivatedAt: null } } },
    select: { person: { select: { id: true, name: true, email: true, role: true } } },
  })
  return found?.person ?? null
}
