import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

/** The methods that Next hands to a route; others it answers by itself, not as a problem+json. */
const handed = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Says which method an OPTIONS request really had. Nobody outside can send it: it is taken from every request. */
export const realMethod = 'x-baton-real-method'

/** Says that the request came from this machine itself, not through a proxy on it. Taken from every request, too. */
export const fromThisMachine = 'x-baton-from-this-machine'

type Incoming = Pick<IncomingMessage, 'method' | 'url' | 'headers'>

const signsOfAProxy = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip']
const isLoopback = (address = '') => /^(::1$|127\.|::ffff:127\.)/.test(address)

/** Notes what a route can't see: where the request really comes from, before Next writes headers of a proxy's own. */
export function noteOrigin({ headers }: Pick<Incoming, 'headers'>, peer: string | undefined): void {
  delete headers[fromThisMachine]
  if (isLoopback(peer) && !signsOfAProxy.some((name) => name in headers)) headers[fromThisMachine] = 'yes'
}

/**
 * Below /api/v1 the routes answer everything, also what Next would answer by an HTML page, an empty 400, a 500 or a
 * redirect before any route is asked: malformed percent-encoding names a path that is not there, doubled and trailing
 * slashes are taken as single ones, and an unknown method (TRACE, PROPFIND) goes to the route's refusal.
 */
export function mend(request: Incoming): void {
  const [, path = '', query = ''] = /^([^?]*)(.*)$/s.exec(request.url ?? '') ?? []
  if (/^\/api\/(v1|health|metrics)(?![\w.-])/.test(path)) request.url = mendPath(path) + query
  delete request.headers[realMethod]
  if (request.method && !handed.includes(request.method)) {
    request.headers[realMethod] = request.method
    request.method = 'OPTIONS'
  }
}

function mendPath(path: string): string {
  const plain = path
    .replace(/[\\/]+/g, '/')
    .replace(/\/$/, '')
    .replace(/%2e/gi, '%252e')
  try {
    decodeURIComponent(plain)
    return plain
  } catch {
    return plain.replaceAll('%', '%25')
  }
}

/** Sees to the requests of this process's server before Next does. */
export function watchIncomingRequests(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    noteOrigin(request, request.socket.remoteAddress)
    mend(request)
  })
}
