import { NextRequest } from 'next/server'
import { makeKey } from '@/lib/access/api-key'
import { db } from '@/lib/db'
import type { Handler } from '@/lib/api/handlers'
import { type Cast, castOf } from '@/tests/integration/cast'

type Module = Record<string, Handler | undefined>

const root = '/app/api/'
const modules = import.meta.glob<Module>(['/app/api/**/route.ts', '!/app/api/auth/**'])

/** The routes, those with fixed words before those with an id, the catch-all last: as Next picks them. */
const routes = Object.entries(modules)
  .map(([file, load]) => ({ segments: file.slice(root.length, -'/route.ts'.length).split('/'), load }))
  .sort((a, b) => dynamics(a.segments) - dynamics(b.segments))

function dynamics(segments: string[]): number {
  return segments.some((segment) => segment.startsWith('[['))
    ? 9
    : segments.filter((segment) => segment.startsWith('[')).length
}

function match(segments: string[], path: string[]): Record<string, string | string[]> | null {
  const params: Record<string, string | string[]> = {}
  for (const [n, segment] of segments.entries()) {
    if (segment.startsWith('[[')) return { path: path.slice(n) }
    const given = path[n]
    if (given === undefined) return null
    if (segment.startsWith('[')) params[segment.slice(1, -1)] = decodeURIComponent(given)
    else if (segment !== given) return null
  }
  return segments.length === path.length ? params : null
}

/** An answer with its body read: `data` is its JSON, undefined where it has none. */
export type Answer = { status: number; headers: Headers; text: string; data: Json }

/** JSON of whatever kind: tests say what they expect of it. */
// prettier-ignore
export type Json = { readonly [name: string]: Json } & { readonly id: string; readonly data: Json[]; readonly nextCursor: string | null; readonly errors: { path: string; message: string }[]; readonly detail: string; readonly version: number }

export type Send = { body?: unknown; headers?: Record<string, string> | undefined }

/** Sends a request to the route that Next would choose. A body that is no string goes as JSON. */
export async function send(method: string, path: string, { body, headers = {} }: Send = {}): Promise<Answer> {
  const url = new URL(path, 'http://127.0.0.1:3000')
  const segments = url.pathname.split('/').slice(2)
  const found = routes
    .map(({ segments: pattern, load }) => ({ params: match(pattern, segments), load }))
    .find(({ params }) => params)
  if (!found?.params) throw new Error(`no route for ${path}`)
  const handler = (await found.load())[method]
  if (!handler) throw new Error(`no ${method} for ${path}`)
  const content =
    body === undefined || typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
  const request = new NextRequest(url, {
    method,
    headers: { ...(content === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(content === undefined ? {} : { body: content as BodyInit }),
  })
  // As the built server does it.
  const isEmpty = Object.keys(found.params).length === 0
  const answer = await handler(request, { params: Promise.resolve(isEmpty ? undefined : found.params) })
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.includes('json')
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    data: (isJson && text ? JSON.parse(text) : undefined) as Json,
  }
}

export type Client = (method: string, path: string, send?: Send) => Promise<Answer>

/** The people of the stories, each with a key: `api.mia('GET', '/leads')`. */
export async function apiOf(): Promise<{ cast: Cast; api: Record<keyof Cast, Client> }> {
  const cast = await castOf()
  const clients = Object.entries(cast).map(async ([name, person]) => {
    const { key } = await makeKey(db, person.id, 'Test', new Date())
    const client: Client = (method, path, { body, headers } = {}) =>
      send(method, `/api/v1${path}`, { body, headers: { authorization: `Bearer ${key}`, ...headers } })
    return [name, client] as const
  })
  return { cast, api: Object.fromEntries(await Promise.all(clients)) as Record<keyof Cast, Client> }
}
