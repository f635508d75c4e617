import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { actorOfKey, hashOfKey } from '@/lib/access/api-key'
import { spendRequest } from '@/lib/api/rate-limit'
import { unauthenticated } from '@/lib/errors'

/** Whose key the request carries, its rate counted. Throws UNAUTHENTICATED and TOO_MANY. */
export async function authenticate(headers: Headers): Promise<Actor> {
  const [, key] = /^Bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '') ?? []
  if (!key) throw unauthenticated('Send your API key in the header Authorization: Bearer <key>.')
  const actor = await actorOfKey(key)
  if (!actor) throw unauthenticated('This API key is not valid. It may have been revoked, or its person deactivated.')
  await spendRequest(hashOfKey(key))
  return actor
}
