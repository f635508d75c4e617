import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'

const keyFields = { id: true, name: true, prefix: true, createdAt: true, lastUsedAt: true } as const
const newestFirst = [{ createdAt: 'desc' as const }, { id: 'desc' as const }]

/** The actor's own keys that work. */
export async function listOwnKeys(actor: Actor) {
  authorise(actor, 'key.own')
  return db.apiKey.findMany({
    where: { personId: actor.id, revokedAt: null },
    orderBy: newestFirst,
    select: keyFields,
  })
}

/** The working keys of everybody else, with whose they are. */
export async function listKeysOfOthers(actor: Actor) {
  authorise(actor, 'key.others')
  return db.apiKey.findMany({
    where: { personId: { not: actor.id }, revokedAt: null },
    orderBy: newestFirst,
    select: { ...keyFields, person: { select: { id: true, name: true } } },
  })
}
