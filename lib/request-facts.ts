import 'server-only'
import { randomUUID } from 'node:crypto'
import { headers } from 'next/headers'

/** Headers that proxy.ts gives to every page, overwriting whatever the browser sent under these names. */
const requestIdHeader = 'x-request-id'
const requestPathHeader = 'x-baton-path'

/** The id under which this request is found in the log. */
export async function requestId(): Promise<string> {
  return (await headers()).get(requestIdHeader) ?? randomUUID()
}

/** Path and query of the page that is asked for; `/` where the proxy has not been passed. */
export async function requestPath(): Promise<string> {
  return (await headers()).get(requestPathHeader) ?? '/'
}

/** The number that lets a script of ours run under the answer's content security policy. */
export async function scriptNonce(): Promise<string | undefined> {
  return (await headers()).get('content-security-policy')?.match(/'nonce-([^']+)'/)?.[1]
}
