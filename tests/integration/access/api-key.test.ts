import { beforeAll, expect, test } from 'vitest'
import { actorOfKey, hashOfKey } from '@/lib/access/api-key'
import { db } from '@/lib/db'
import { createKey } from '@/lib/keys/create-key'
import { listKeysOfOthers, listOwnKeys } from '@/lib/keys/queries'
import { revokeKey } from '@/lib/keys/revoke-key'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

test('a key acts as its person, and is kept as a hash alone', async () => {
  const { id, key } = await createKey(cast.mia, { name: 'Website form' })
  expect(key).toMatch(/^baton_[A-Za-z0-9_-]{32}$/)
  expect(await actorOfKey(key)).toEqual(cast.mia)
  const row = await db.apiKey.findUniqueOrThrow({ where: { id } })
  expect(row).toMatchObject({ keyHash: hashOfKey(key), prefix: key.slice(0, 12) })
  expect(JSON.stringify(row)).not.toContain(key)
})

test('a revoked key works no more; revoking it again is fine', async () => {
  const { id, key } = await createKey(cast.mia, { name: 'Old' })
  await revokeKey(cast.mia, { keyId: id })
  await revokeKey(cast.mia, { keyId: id })
  expect(await actorOfKey(key)).toBeNull()
  expect((await listOwnKeys(cast.mia)).map(({ name }) => name)).not.toContain('Old')
})

test("a rep may not revoke another's key, and it does not exist for them; an admin may", async () => {
  const { id, key } = await createKey(cast.sam, { name: 'Dialer' })
  await expect(revokeKey(cast.sara, { keyId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(listKeysOfOthers(cast.sara)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await actorOfKey(key)).toEqual(cast.sam)
  expect(await listKeysOfOthers(cast.ada)).toContainEqual(
    expect.objectContaining({ id, person: { id: cast.sam.id, name: 'Sam' } }),
  )
  await revokeKey(cast.ada, { keyId: id })
  expect(await actorOfKey(key)).toBeNull()
})

test.each(['', 'baton_', 'Bearer x', `baton_${'a'.repeat(32)}`, `baton_${'a'.repeat(31)}\0`])(
  'what is no key is nobody: %j',
  async (key) => {
    expect(await actorOfKey(key)).toBeNull()
  },
)

test('the last use is noted, at most once a minute', async () => {
  const { id, key } = await createKey(cast.max, { name: 'Reports' })
  const used = async (at: string) => {
    await actorOfKey(key, new Date(at))
    return (await db.apiKey.findUniqueOrThrow({ where: { id } })).lastUsedAt?.toISOString()
  }
  expect(await used('2026-11-23T10:00:00.000Z')).toBe('2026-11-23T10:00:00.000Z')
  expect(await used('2026-11-23T10:00:59.000Z')).toBe('2026-11-23T10:00:00.000Z')
  expect(await used('2026-11-23T10:01:00.000Z')).toBe('2026-11-23T10:01:00.000Z')
})
