import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor } from '@/lib/access/actor'
import { signInHref } from '@/lib/access/safe-path'
import { openSessionId, sessionCookie } from '@/lib/access/session-cookie'
import { type LiveSession, liveSession } from '@/lib/access/sessions'
import { requestPath } from '@/lib/request-facts'

/** The session of this request's cookie, read from its row once a request; null when nobody is signed in. */
export const currentSession = cache(async (): Promise<LiveSession | null> => {
  const sessionId = await openSessionId((await cookies()).get(sessionCookie().name)?.value)
  return sessionId ? liveSession(sessionId, new Date()) : null
})

/** Who is there, or null. */
export async function actorOrNull(): Promise<Actor | null> {
  return (await currentSession())?.actor ?? null
}

/** Who is there. Nobody: sends the browser to the sign-in page, which leads back here. For pages and layouts. */
export async function currentActor(): Promise<Actor> {
  return (await actorOrNull()) ?? redirect(signInHref(await requestPath()))
}
