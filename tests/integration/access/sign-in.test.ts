import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { endOtherSessions } from '@/lib/access/end-other-sessions'
import { endSession } from '@/lib/access/end-session'
import { hashPassword } from '@/lib/access/password'
import { openSessionId, sealSessionId } from '@/lib/access/session-cookie'
import { listOwnSessions, liveSession, sessionDays } from '@/lib/access/sessions'
import { signIn, type Visitor } from '@/lib/access/sign-in'
import { db } from '@/lib/db'
import { changePassword } from '@/lib/people/change-password'
import { type Cast, castOf } from '@/tests/integration/cast'

const password = 'a quiet password'
let cast: Cast
let visits = 0

/** Each from an address of its own, so that the tests do not use up each other's tries. */
const visitor = (): Visitor => ({ address: `10.0.0.${++visits}`, userAgent: 'Firefox on Linux' })

const enter = (person: Actor, typed = password, from = visitor()) =>
  signIn({ email: person.email, password: typed }, from)

beforeAll(async () => {
  cast = await castOf()
  await db.person.updateMany({ data: { passwordHash: await hashPassword(password) } })
})

describe('signing in', () => {
  test('the right password opens a session of that person', async () => {
    const session = await liveSession(await enter(cast.mia), new Date())
    expect(session?.actor).toEqual(cast.mia)
  })

  test('the email may be written in any case', async () => {
    await expect(signIn({ email: ' MIA@baton.EXAMPLE ', password }, visitor())).resolves.toBeTruthy()
  })

  test('an unknown email and a wrong password get the same words', async () => {
    const words = 'This email and password do not go together. Look at both, then try again.'
    await expect(enter(cast.mia, 'wrong')).rejects.toMatchObject({ code: 'UNAUTHENTICATED', message: words })
    await expect(enter({ ...cast.mia, email: 'nobody@baton.example' })).rejects.toMatchObject({ message: words })
  })

  test('somebody without a password can not sign in', async () => {
    await db.person.create({ data: { email: 'silent@baton.example', name: 'Silent', role: 'rep' } })
    await expect(enter({ ...cast.mia, email: 'silent@baton.example' })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    })
  })

  test('empty fields are named', async () => {
    await expect(signIn({ email: '', password: '' }, visitor())).rejects.toMatchObject({
      code: 'INVALID',
      fields: { email: expect.any(String) as string, password: 'Write your password.' },
    })
  })

  test('ten wrong passwords from one address close the door for this email, the right one included', async () => {
    const from = visitor()
    const tries = await Promise.allSettled(Array.from({ length: 15 }, () => enter(cast.sara, 'wrong', from)))
    const codes = tries.map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'in'))
    expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(10)
    expect(codes.filter((code) => code === 'TOO_MANY')).toHaveLength(5)
    await expect(enter(cast.sara, password, from)).rejects.toMatchObject({
      code: 'TOO_MANY',
      retryAfterSeconds: expect.any(Number) as number,
    })
    await expect(enter(cast.sara)).resolves.toBeTruthy()
  })

  test('right passwords use up no tries', async () => {
    const from = visitor()
    for (let round = 0; round < 12; round++) await enter(cast.max, password, from)
  })
})

describe('a session', () => {
  test('a copy of the cookie is worth nothing after signing out', async () => {
    const cookie = await sealSessionId(await enter(cast.sam))
    const copy = cookie
    const sessionId = (await openSessionId(cookie)) ?? ''
    expect((await liveSession(sessionId, new Date()))?.actor).toEqual(cast.sam)
    await endSession(cast.sam, { sessionId })
    expect(await liveSession((await openSessionId(copy)) ?? '', new Date())).toBeNull()
  })

  test('a forged or foreign cookie is nobody', async () => {
    expect(await openSessionId('eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.b.c')).toBeNull()
    expect(await openSessionId('')).toBeNull()
    expect(await liveSession('not an id', new Date())).toBeNull()
  })

  test('it ends by itself', async () => {
    const sessionId = await enter(cast.sam)
    const later = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)
    expect(await liveSession(sessionId, later(sessionDays - 1))).not.toBeNull()
    expect(await liveSession(sessionId, later(sessionDays + 1))).toBeNull()
  })

  test("nobody ends another's session", async () => {
    const sessionId = await enter(cast.sam)
    await expect(endSession(cast.ada, { sessionId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await liveSession(sessionId, new Date())).not.toBeNull()
  })

  test('signing out everywhere else leaves this one', async () => {
    const [here, elsewhere] = [await enter(cast.max), await enter(cast.max)]
    await endOtherSessions(cast.max, { keepSessionId: here })
    expect(await listOwnSessions(cast.max, new Date())).toMatchObject([{ id: here }])
    expect(await liveSession(elsewhere, new Date())).toBeNull()
  })
})

describe('changing the password', () => {
  test('it needs the present one', async () => {
    const wrong = { oldPassword: 'guess', newPassword: 'another quiet one' }
    await expect(changePassword(cast.mia, wrong)).rejects.toMatchObject({
      code: 'INVALID',
      fields: { oldPassword: 'This is not your present password.' },
    })
  })

  test('it signs out everywhere else, and only the new one opens the door', async () => {
    const [here, elsewhere] = [await enter(cast.mia), await enter(cast.mia)]
    const newPassword = 'another quiet one'
    const { ended } = await changePassword(cast.mia, { oldPassword: password, newPassword, keepSessionId: here })
    expect(ended).toBeGreaterThan(0)
    expect(await liveSession(here, new Date())).not.toBeNull()
    expect(await liveSession(elsewhere, new Date())).toBeNull()
    await expect(enter(cast.mia)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await expect(enter(cast.mia, newPassword)).resolves.toBeTruthy()
  })

  test('a new password that is too short is refused at its field', async () => {
    await expect(changePassword(cast.sam, { oldPassword: password, newPassword: 'short' })).rejects.toMatchObject({
      fields: { newPassword: 'Use at least 8 characters.' },
    })
  })
})
