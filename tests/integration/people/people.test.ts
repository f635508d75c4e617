import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { actorOfKey } from '@/lib/access/api-key'
import { liveSession } from '@/lib/access/sessions'
import { signIn } from '@/lib/access/sign-in'
import { db } from '@/lib/db'
import { createKey } from '@/lib/keys/create-key'
import { createLead } from '@/lib/leads/create-lead'
import { addPerson } from '@/lib/people/add-person'
import { changeRole } from '@/lib/people/change-role'
import { deactivatePerson } from '@/lib/people/deactivate-person'
import { listManagedPeople, listPeople } from '@/lib/people/queries'
import { reactivatePerson } from '@/lib/people/reactivate-person'
import { setPassword } from '@/lib/people/set-password'
import { type Cast, castOf } from '@/tests/integration/cast'

const password = 'a first password'
let cast: Cast
let made = 0

const enter = (email: string, typed = password) =>
  signIn({ email, password: typed }, { address: `10.1.0.${++made}`, userAgent: null })

async function newPerson(role: Actor['role'] = 'rep') {
  return addPerson(cast.ada, { name: `Nora ${++made}`, email: `nora${made}@baton.example`, role, password })
}

beforeAll(async () => {
  cast = await castOf()
})

describe('adding', () => {
  test('who was added can sign in at once', async () => {
    const nora = await newPerson('marketer')
    const session = await liveSession(await enter(nora.email), new Date())
    expect(session?.actor).toEqual(nora)
    expect(await listPeople(cast.sam)).toContainEqual(nora)
  })

  test('only an admin adds', async () => {
    const input = { name: 'X', email: 'x@baton.example', role: 'rep', password }
    for (const actor of [cast.mia, cast.sam, cast.max])
      await expect(addPerson(actor, input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(listManagedPeople(cast.max)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('an email is taken once, in whatever case, also when two add it at once', async () => {
    const input = { name: 'Twin', email: 'Twin@Baton.example', role: 'rep', password }
    const both = await Promise.allSettled([addPerson(cast.ada, input), addPerson(cast.ada, input)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(addPerson(cast.ada, input)).rejects.toMatchObject({
      fields: { email: 'Twin is here already with this email.' },
    })
  })

  test('what is wrong is said at its field', async () => {
    const wrong = { name: ' ', email: 'no', role: 'boss', password: 'short', isOwner: true }
    await expect(addPerson(cast.ada, wrong)).rejects.toMatchObject({
      code: 'INVALID',
      fields: {
        name: expect.any(String) as string,
        email: expect.any(String) as string,
        role: 'Choose one of marketer, rep, manager, admin.',
        password: 'Use at least 8 characters.',
        isOwner: 'There is no such field.',
      },
    })
  })
})

describe('deactivating', () => {
  test('a deactivated person is out at once, session and key; their leads stay theirs', async () => {
    const nora = await newPerson('rep')
    const sessionId = await enter(nora.email)
    const { key } = await createKey(nora, { name: 'Dialer' })
    await createLead(nora, { firstName: 'Ines', email: `ines${++made}@norrland.example` })

    await deactivatePerson(cast.ada, { personId: nora.id })
    expect(await liveSession(sessionId, new Date())).toBeNull()
    expect(await actorOfKey(key)).toBeNull()
    await expect(enter(nora.email)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    expect((await listPeople(cast.ada)).map(({ id }) => id)).not.toContain(nora.id)
    const listed = (await listManagedPeople(cast.ada)).find(({ id }) => id === nora.id)
    expect(listed).toMatchObject({ repLeads: 1, keys: 0, deactivatedAt: expect.any(Date) as Date })
  })

  test('reactivated they sign in again; the old session and key stay ended', async () => {
    const nora = await newPerson()
    const sessionId = await enter(nora.email)
    const { key } = await createKey(nora, { name: 'Dialer' })
    await deactivatePerson(cast.ada, { personId: nora.id })
    await deactivatePerson(cast.ada, { personId: nora.id })
    await reactivatePerson(cast.ada, { personId: nora.id })
    expect(await liveSession(sessionId, new Date())).toBeNull()
    expect(await actorOfKey(key)).toBeNull()
    await expect(enter(nora.email)).resolves.toBeTruthy()
  })

  test('an email of somebody deactivated leads to reactivating them', async () => {
    const nora = await newPerson()
    await deactivatePerson(cast.ada, { personId: nora.id })
    await expect(addPerson(cast.ada, { name: 'N', email: nora.email, role: 'rep', password })).rejects.toMatchObject({
      fields: { email: `${nora.name} has this email and is deactivated. Reactivate them instead.` },
    })
  })

  test('somebody who does not exist is not found', async () => {
    for (const run of [deactivatePerson, reactivatePerson])
      await expect(run(cast.ada, { personId: crypto.randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('roles and passwords', () => {
  test('a new role holds in the sessions that are open', async () => {
    const nora = await newPerson('rep')
    const sessionId = await enter(nora.email)
    await changeRole(cast.ada, { personId: nora.id, role: 'manager' })
    expect((await liveSession(sessionId, new Date()))?.actor.role).toBe('manager')
  })

  test('an admin helps out who forgot the password', async () => {
    const nora = await newPerson()
    const sessionId = await enter(nora.email)
    await setPassword(cast.ada, { personId: nora.id, password: 'brand new password' })
    expect(await liveSession(sessionId, new Date())).toBeNull()
    await expect(enter(nora.email)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await expect(enter(nora.email, 'brand new password')).resolves.toBeTruthy()
  })
})

describe('the last admin', () => {
  beforeEach(async () => {
    await db.person.updateMany({ where: { role: 'admin', id: { not: cast.ada.id } }, data: { role: 'manager' } })
  })

  const lastOne = { code: 'CONFLICT', message: 'This is the last admin. Make somebody else an admin first.' }

  test('can be neither deactivated nor given another role', async () => {
    await expect(deactivatePerson(cast.ada, { personId: cast.ada.id })).rejects.toMatchObject(lastOne)
    await expect(changeRole(cast.ada, { personId: cast.ada.id, role: 'rep' })).rejects.toMatchObject(lastOne)
    await expect(changeRole(cast.ada, { personId: cast.ada.id, role: 'admin' })).resolves.toMatchObject({
      role: 'admin',
    })
  })

  test('two admins who take the role from each other at once leave one', async () => {
    for (let round = 0; round < 10; round++) {
      const nora = await newPerson('admin')
      const both = await Promise.allSettled([
        changeRole(cast.ada, { personId: nora.id, role: 'manager' }),
        deactivatePerson(nora, { personId: cast.ada.id }),
      ])
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      await reactivatePerson(cast.ada, { personId: cast.ada.id })
      await changeRole(cast.ada, { personId: nora.id, role: 'manager' })
    }
  })
})
