import { NextResponse, type NextRequest } from 'next/server'

/**
 * The courtesy at the door, not the check: pages asked for without a session's cookie lead to the sign-in page. Whether
 * the session holds is for each page to ask. Also gives each answer its security headers and each request its id.
 */
const sessionCookies = ['next-auth.session-token', '__Secure-next-auth.session-token']
/** What scripts ask for, which a page to sign in would not help: it says itself that nobody is there. */
const askedByScripts = ['/search.json', '/live']
const openPages = ['/sign-in', '/setup', ...askedByScripts]

/** Only our own scripts run, known by a number that is new for every answer. */
function contentSecurityPolicy(nonce: string): string {
  const isDevelopment = process.env.NODE_ENV === 'development'
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

function signInAddress({ nextUrl }: NextRequest): URL {
  const address = new URL('/sign-in', nextUrl)
  const to = `${nextUrl.pathname}${nextUrl.search}`
  if (to !== '/') address.searchParams.set('to', to)
  return address
}

export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl
  const isOpen = openPages.includes(pathname)
  if (!isOpen && !sessionCookies.some((name) => request.cookies.has(name)))
    return NextResponse.redirect(signInAddress(request), 307)

  const policy = contentSecurityPolicy(Buffer.from(crypto.randomUUID()).toString('base64'))
  const requestId = crypto.randomUUID()
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-request-id', requestId)
  headers.set('x-baton-path', `${pathname}${search}`)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-request-id', requestId)
  if (process.env.NEXTAUTH_URL?.startsWith('https://'))
    response.headers.set('strict-transport-security', 'max-age=31536000')
  return response
}

// A file on its way in passes by: for what goes through here Next keeps the body in memory, and cuts it at 10 MB.
export const config = {
  matcher: ['/((?!import/upload$|api/|api$|f/|_next/static|_next/image|icon\\.svg|favicon\\.ico).*)'],
}
