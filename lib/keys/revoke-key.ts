import 'server-only'
import { can } from '@/lib/access/permissions'
import { command } from '@/lib/command'
import { notFound } from '@/lib/errors'
import { keyIdInput } from '@/lib/keys/input'

/** Revokes a key, one's own or, as an admin, anybody's; it stops working at once. Doing it twice is fine. Throws NOT_FOUND. */
export const revokeKey = command({ ability: 'key.own', input: keyIdInput }, async ({ tx, actor, input, now }) => {
  const theirs = can(actor, 'key.others') ? {} : { personId: actor.id }
  const key = await tx.apiKey.findFirst({ where: { id: input.keyId, ...theirs }, select: { id: true, name: true } })
  if (!key) throw notFound('key')
  await tx.apiKey.updateMany({ where: { id: key.id, revokedAt: null }, data: { revokedAt: now } })
  return key
})
