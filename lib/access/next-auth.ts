import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import type { JWT } from 'next-auth/jwt'
import CredentialsProvider from 'next-auth/providers/credentials'
import { authSecret, sessionCookie } from '@/lib/access/session-cookie'
import { liveSession, revokeSession, sessionDays } from '@/lib/access/sessions'
import { signIn } from '@/lib/access/sign-in'
import { visitorOf } from '@/lib/access/visitor'
import { db } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { log } from '@/lib/log'

/** What signing in hands from `authorize` to the token. */
type SignedIn = { id: string; sid: string }

/** The id of a session, or null for a refusal; next-auth puts the message of what is thrown into an address. */
async function authorised(credentials: unknown, headers: Headers): Promise<SignedIn | null> {
  try {
    const sid = await signIn(credentials, visitorOf(headers))
    return { id: sid, sid }
  } catch (error) {
    if (error instanceof DomainError && error.code === 'TOO_MANY') throw new Error('TooMany')
    if (error instanceof DomainError) return null
    log.error({ err: error }, 'signing in failed')
    throw new Error('Failed')
  }
}

const sidOf = (token: JWT | SignedIn) => ('sid' in token && typeof token.sid === 'string' ? token.sid : '')

/**
 * next-auth with one provider, email and password. It makes passwords JWT sessions only, which nobody can take back;
 * so the token carries the id of a session row and nothing else, and the row decides.
 */
export function authOptions(): NextAuthOptions {
  const { name, options } = sessionCookie()
  return {
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: sessionDays * 24 * 60 * 60 },
    useSecureCookies: options.secure,
    cookies: { sessionToken: { name, options } },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        name: 'Baton',
        credentials: { email: { label: 'Email', type: 'email' }, password: { label: 'Password', type: 'password' } },
        authorize: (credentials, { headers }) => authorised(credentials, new Headers(headers)),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: sidOf((user as SignedIn | undefined) ?? token) }),
      async session({ session, token }) {
        const live = await liveSession(sidOf(token), new Date())
        if (!live) throw new Error('This session has ended.')
        return { ...session, user: { name: live.actor.name, email: live.actor.email } }
      },
    },
    events: {
      signOut: ({ token }) => revokeSession(db, sidOf(token), new Date()),
    },
    logger: {
      error: (code, metadata) => log[code === 'JWT_SESSION_ERROR' ? 'debug' : 'error']({ code, metadata }, 'next-auth'),
      warn: (code) => log.debug({ code }, 'next-auth'),
      debug: () => undefined,
    },
  }
}
