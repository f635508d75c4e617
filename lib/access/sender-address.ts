import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

/**
 * Without a proxy in front (APP_URL names the address of one) the list of addresses in a request is what its sender
 * made up, good for getting around the limit of tries. Taken out, Next fills in the address it really came from.
 */
export function believeNoSender(): void {
  if (process.env.APP_URL) return
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    delete request.headers['x-forwarded-for']
  })
}
