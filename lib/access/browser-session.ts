import 'server-only'
import { cookies } from 'next/headers'
import { openSessionId, sealSessionId, sessionCookie } from '@/lib/access/session-cookie'
import { revokeSession, sessionDays } from '@/lib/access/sessions'
import { db } from '@/lib/db'

/** Ends the session that this browser has, row and cookie: a copy of the cookie is worth nothing from now on. */
export async function leaveSession(): Promise<void> {
  const jar = await cookies()
  const { name, options } = sessionCookie()
  const sessionId = await openSessionId(jar.get(name)?.value)
  if (sessionId) await revokeSession(db, sessionId, new Date())
  jar.set(name, '', { ...options, maxAge: 0 })
}

/** Gives this browser a session that was just opened; the one it had before ends. For server actions. */
export async function enterSession(sessionId: string): Promise<void> {
  await leaveSession()
  const { name, options } = sessionCookie()
  const maxAge = sessionDays * 24 * 60 * 60
  const jar = await cookies()
  jar.set(name, await sealSessionId(sessionId), { ...options, maxAge })
}
