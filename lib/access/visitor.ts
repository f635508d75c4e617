import 'server-only'
import type { Visitor } from '@/lib/access/sign-in'

/** Who a request comes from. Behind a proxy (APP_URL) it is the last address in the list that the proxy itself added. */
export function visitorOf(headers: Headers): Visitor {
  const address = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  return { address: address || 'unknown', userAgent: headers.get('user-agent') }
}
