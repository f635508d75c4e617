import 'server-only'
import { decode, encode } from 'next-auth/jwt'
import { sessionDays } from '@/lib/access/sessions'

const isHttps = () => process.env.NEXTAUTH_URL?.startsWith('https://') ?? false

/** Read when it is needed: a build has no secret. */
export function authSecret(): string {
  const secret = process.env.AUTH_SECRET ?? process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('AUTH_SECRET is not set.')
  return secret
}

/** The cookie of next-auth: its name and attributes. Sent over https alone where the site is https. */
export function sessionCookie() {
  const secure = isHttps()
  return {
    name: `${secure ? '__Secure-' : ''}next-auth.session-token`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
  }
}

/** What the cookie carries: the id of the session row and nothing else. */
export const sealSessionId = (sid: string): Promise<string> =>
  encode({ token: { sid }, secret: authSecret(), maxAge: sessionDays * 24 * 60 * 60 })

/** The session id in a cookie's value; null when it is missing, forged or too old. */
export async function openSessionId(value: string | undefined): Promise<string | null> {
  if (!value) return null
  const token = await decode({ token: value, secret: authSecret() }).catch(() => null)
  return typeof token?.sid === 'string' ? token.sid : null
}
