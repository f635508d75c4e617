import 'server-only'
import { randomUUID } from 'node:crypto'
import { realMethod } from '@/lib/api/incoming'
import { HttpRefusal, problemAnswer, problemOf } from '@/lib/api/problem'
import { databaseError } from '@/lib/database-error'
import { DomainError } from '@/lib/errors'
import { log } from '@/lib/log'

const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
export type Method = (typeof methods)[number]

/** What the path says by name; the built server gives undefined where the path says nothing. */
export type Params = Record<string, string | string[] | undefined> | undefined
export type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>

/** The methods that a route says something about; HEAD follows from GET, OPTIONS from all. */
export type Handlers = Partial<Record<Exclude<Method, 'HEAD' | 'OPTIONS'>, Handler>>

/**
 * The handlers of a route for all methods: those that it does not have answer 405 with Allow, and everything that is
 * no success is a problem+json with the request's id. It asks nobody who they are; `resource` does.
 */
export function openResource(handlers: Handlers): Record<Method, Handler> {
  const handlerOf = (method: Method) =>
    method === 'OPTIONS' ? undefined : handlers[method === 'HEAD' ? 'GET' : method]
  const Allow = methods.filter((method) => method === 'OPTIONS' || handlerOf(method)).join(', ')
  const refuse = (method: string) => {
    throw new HttpRefusal(405, `${method} is not for this path. It takes ${Allow}.`, { Allow })
  }
  const options: Handler = async ({ headers }) => {
    const unknown = headers.get(realMethod)
    return unknown ? refuse(unknown) : new Response(null, { status: 204, headers: { Allow } })
  }
  const all = methods.map((method) => [
    method,
    answering(handlerOf(method) ?? (method === 'OPTIONS' ? options : async () => refuse(method))),
  ])
  return Object.fromEntries(all) as Record<Method, Handler>
}

/** A handler around `handle`: refusals become problems, and every answer carries the id of its request. */
export function answering(handle: Handler): Handler {
  return async (request, context) => {
    const requestId = randomUUID()
    const answer = await handle(request, context).catch((error: unknown) => answerOf(error, request, requestId))
    answer.headers.set('X-Request-Id', requestId)
    answer.headers.set('Cache-Control', 'no-store')
    if (request.method !== 'HEAD') return answer
    await answer.body?.cancel()
    return new Response(null, answer)
  }
}

function answerOf(error: unknown, request: Request, requestId: string): Response {
  if (error instanceof HttpRefusal) return problemAnswer(error, requestId)
  const known = error instanceof DomainError ? error : databaseError(error)
  if (known instanceof DomainError) return problemAnswer(problemOf(known), requestId)
  const { pathname } = new URL(request.url)
  log.error({ err: error, requestId, method: request.method, path: pathname }, 'a request failed')
  const detail = 'Something went wrong on our side. Try again; if it stays, tell your admin the id in instance.'
  return problemAnswer({ status: 500, detail }, requestId)
}
