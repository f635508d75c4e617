import 'server-only'
import * as z from 'zod'
import type { Actor } from '@/lib/access/actor'
import { authenticate } from '@/lib/api/authenticate'
import { type Handler, type Handlers, type Method, openResource, type Params } from '@/lib/api/handlers'
import { onceOf } from '@/lib/api/once-of'
import { readParameters } from '@/lib/api/query-parameters'
import { parseFields, readText } from '@/lib/api/request-body'
import { notFound } from '@/lib/errors'
import type { Once } from '@/lib/once'

/** A request whose sender is known. */
export type Call = {
  actor: Actor
  /** The id in the path, a uuid; empty where the path has none. */
  id: string
  request: Request
}

/** What a resource does on one method. Made by `read`, `write` and `upload`. */
type Operation = (call: Call) => Promise<Response>

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
 * Nobody gets further without a key, whose person is the actor.
 */
export function resource(operations: Partial<Record<keyof Handlers, Operation>>): Record<Method, Handler> {
  const handlers = Object.entries(operations).map(([method, operation]): [string, Handler] => [
    method,
    async (request, { params }) => {
      const actor = await authenticate(request.headers)
      return operation({ actor, id: idOf(await params), request })
    },
  ])
  return openResource(Object.fromEntries(handlers))
}

const pathId = z.guid()

/** The id in the path. An odd one names nothing that exists. */
function idOf(params: Params): string {
  const [id] = Object.values(params ?? {})
  if (id === undefined) return ''
  const parsed = pathId.safeParse(id)
  if (!parsed.success) throw notFound('address')
  return parsed.data.toLowerCase()
}
