import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { liveSession } from '@/lib/access/sessions'
import { db } from '@/lib/db'
import { createFirstAdmin, hasAdmin, isSetupCode } from '@/lib/people/create-first-admin'

const code = 'printed-by-the-start'
const facts = (name: string) => ({ code, name, email: `${name}@baton.example`, password: 'a first password' })

beforeEach(async () => {
  await db.session.deleteMany()
  await db.person.deleteMany()
  const setupCodeHash = createHash('sha256').update(code).digest('hex')
  await db.settings.update({ where: { id: 1 }, data: { setupCodeHash } })
})

test('the code makes the first admin and signs them in', async () => {
  expect(await isSetupCode(code)).toBe(true)
  const session = await liveSession(await createFirstAdmin(facts('ada'), 'Firefox'), new Date())
  expect(session?.actor).toMatchObject({ name: 'ada', role: 'admin' })
  expect(await isSetupCode(code)).toBe(false)
})

test('two who use the code at once: one is the admin', async () => {
  const both = await Promise.allSettled([createFirstAdmin(facts('ada'), null), createFirstAdmin(facts('eve'), null)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } })
  expect(await db.person.count()).toBe(1)
})

test('with another code nobody becomes admin', async () => {
  const guess = { ...facts('eve'), code: 'guessed' }
  await expect(createFirstAdmin(guess, null)).rejects.toMatchObject({
    code: 'INVALID',
    fields: { code: expect.any(String) as string },
  })
  expect(await hasAdmin()).toBe(false)
})

test('where there is an admin the code opens nothing', async () => {
  await db.person.create({ data: { email: 'ada@baton.example', name: 'Ada', role: 'admin' } })
  await expect(createFirstAdmin(facts('eve'), null)).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await db.person.count()).toBe(1)
})

test('a wrong field does not use up the code', async () => {
  await expect(createFirstAdmin({ ...facts('ada'), password: 'short' }, null)).rejects.toMatchObject({
    fields: { password: 'Use at least 8 characters.' },
  })
  await db.person.create({ data: { email: 'ada@baton.example', name: 'Ada', role: 'rep' } })
  await expect(createFirstAdmin(facts('ada'), null)).rejects.toMatchObject({
    fields: { email: expect.any(String) as string },
  })
  expect(await isSetupCode(code)).toBe(true)
})
