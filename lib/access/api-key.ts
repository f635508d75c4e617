import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { withStandIns } from '@/lib/absences/standing-in'
import type { Actor } from '@/lib/access/actor'
import { actorFields } from '@/lib/access/sessions'
import { db, type Tx } from '@/lib/db'

const shape = /^baton_[A-Za-z0-9_-]{32}$/
const prefixLength = 12
/** When a key was last used is known to the minute. */
const usedAgainAfterMs = 60_000

/** What is kept of a key: SHA-256 in hex. A key is random enough that nothing slower is needed. */
export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex')

/** A step: makes a key for a person. The key itself is in the answer and nowhere else. */
export async function makeKey(tx: Tx, personId: string, name: string, now: Date) {
  const key = `baton_${randomBytes(24).toString('base64url')}`
  const { id } = await tx.apiKey.create({
    data: { personId, name, keyHash: hashOfKey(key), prefix: key.slice(0, prefixLength), createdAt: now },
    select: { id: true },
  })
  return { id, key }
}

/** The person a key acts as; null for a key that is unknown or revoked, or whose person is deactivated. */
export async function actorOfKey(key: string, now = new Date()): Promise<Actor | null> {
  if (!shape.test(key)) return null
  const found = await db.apiKey.findUnique({
    where: { keyHash: hashOfKey(key), revokedAt: null, person: { is: { deactivatedAt: null } } },
    select: { id: true, lastUsedAt: true, person: { select: actorFields } },
  })
  if (!found) return null
  await markUsed(found, now)
  return withStandIns(found.person, now)
}

async function markUsed({ id, lastUsedAt }: { id: string; lastUsedAt: Date | null }, now: Date) {
  const aMinuteAgo = new Date(now.getTime() - usedAgainAfterMs)
  if (lastUsedAt && lastUsedAt > aMinuteAgo) return
  await db.apiKey.updateMany({
    where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: aMinuteAgo } }] },
    data: { lastUsedAt: now },
  })
}
