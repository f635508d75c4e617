import 'server-only'
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Actor } from '@/lib/access/actor'
import { authenticate } from '@/lib/api/authenticate'
import { onceOf } from '@/lib/api/once-of'
import { HttpRefusal, problemAnswer, problemOf } from '@/lib/api/problem'
import { readParameters } from '@/lib/api/query-parameters'
import { parseFields, readText } from '@/lib/api/request-body'
import { databaseError } from '@/lib/database-error'
import { DomainError, notFound } from '@/lib/errors'
import { log } from '@/lib/log'
import type { Once } from '@/lib/once'

const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof methods)[number]

/** A request whose sender is known. */
export type Call = {
  actor: Actor
  /** The id in the path, a uuid; empty where the path has none. */
  id: string
  request: Request
}

/** What a resource does on one method. Made by `read`, `write` and `upload`. */
export type Operation = (call: Call) => Promise<Response>

type Context = { params: Promise<Record<string, string | string[] | undefined>> }
export type Handler = (request: Request, context: Context) => Promise<Response>

/** An operation that changes nothing. `parameters` are those of the query string, as zod kinds by name. */
export function read<Shape extends z.ZodRawShape>(
  parameters: Shape,
  answer: (call: Call & { query: z.output<z.ZodObject<Shape>> }) => Promise<Response>,
): Operation {
  return async (call) => answer({ ...call, query: readParameters(call.request.url, parameters) })
}

/** An operation that takes the fields of a JSON body, or none. `once` is to be passed to the command of a POST. */
export function write(
  answer: (call: Call & { body: Record<string, unknown>; once?: Once }) => Promise<Response>,
): Operation {
  return async (call) => {
    const { request } = call
    readParameters(request.url, {})
    const text = await readText(request)
    const body = parseFields(text, request.headers)
    const once = request.method === 'POST' ? onceOf(request, text) : undefined
    return answer({ ...call, body, ...(once ? { once } : {}) })
  }
}

/** An operation that reads the body of the request itself: a file. */
export function upload(answer: (call: Call) => Promise<Response>): Operation {
  return async (call) => {
    readParameters(call.request.url, {})
    return answer(call)
  }
}

/** A success with this content. */
export const json = (
  content: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
) => new Response(JSON.stringify(content), { status, headers: { 'Content-Type': 'application/json', ...headers } })

/** A success that has nothing to say. */
export const nothing = () => new Response(null, { status: 204 })

/**
 * The handlers of one path, for a route file:
 * `export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({ GET: read({}, async ({ actor }) => json(...)) })`.
 * Methods that it does not have answer 405; everything that is no success is a problem+json with the request's id.
 */
export function resource(
  operations: Partial<Record<Exclude<Method, 'HEAD' | 'OPTIONS'>, Operation>>,
): Record<Method, Handler> {
  const allowed = methods.filter((method) => method === 'OPTIONS' || operations[method === 'HEAD' ? 'GET' : method])
  const Allow = allowed.join(', ')
  const handlerOf = (method: Method): Handler => {
    if (method === 'OPTIONS') return answering(async () => new Response(null, { status: 204, headers: { Allow } }))
    const operation = operations[method === 'HEAD' ? 'GET' : method]
    if (!operation)
      return answering(async () => {
        throw new HttpRefusal(405, `${method} is not for this path. It takes ${Allow}.`, { Allow })
      })
    return answering(async (request, { params }) => {
      const actor = await authenticate(request.headers)
      return operation({ actor, id: idOf(await params), request })
    })
  }
  return Object.fromEntries(methods.map((method) => [method, handlerOf(method)])) as Record<Method, Handler>
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

const pathId = z.guid()

/** The id in the path. An odd one names nothing that exists. */
function idOf(params: Record<string, string | string[] | undefined>): string {
  const [id] = Object.values(params)
  if (id === undefined) return ''
  const parsed = pathId.safeParse(id)
  if (!parsed.success) throw notFound('address')
  return parsed.data.toLowerCase()
}
