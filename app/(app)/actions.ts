'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { currentSession } from '@/lib/access/current-actor'
import { endSession } from '@/lib/access/end-session'
import { sessionCookie } from '@/lib/access/session-cookie'

/** Ends this session on the server too, so that a copy of the cookie is worth nothing. */
export async function signOutAction(): Promise<void> {
  const session = await currentSession()
  if (session) await endSession(session.actor, { sessionId: session.id })
  const jar = await cookies()
  jar.delete(sessionCookie().name)
  redirect('/sign-in')
}
