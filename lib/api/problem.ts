import 'server-only'
import { STATUS_CODES } from 'node:http'
import type { DomainError, ErrorCode } from '@/lib/errors'

const statusOf: Record<ErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  STALE: 412,
  INVALID: 422,
  TOO_MANY: 429,
}

/** A request that HTTP itself forbids (not JSON, too large, a header that is missing), before any rule of ours is asked. */
export class HttpRefusal extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(detail)
    this.name = 'HttpRefusal'
  }
}

type Problem = {
  status: number
  /** A sentence for people that says what to do. */
  detail: string
  errors?: { path: string; message: string }[]
  headers?: Record<string, string>
}

/** An answer that is no success: RFC 9457. `instance` names this one request, and is its id in the log. */
export function problemAnswer({ status, detail, errors, headers }: Problem, requestId: string): Response {
  const body = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
    instance: `urn:uuid:${requestId}`,
    ...(errors ? { errors } : {}),
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, 'Content-Type': 'application/problem+json' },
  })
}

/** What a refusal by a command or a query is called in HTTP. */
export function problemOf(error: DomainError): Problem {
  const status = statusOf[error.code]
  const errors = Object.entries(error.fields).map(([path, message]) => ({ path, message }))
  return {
    status,
    detail: error.message,
    ...(error.code === 'INVALID' ? { errors } : {}),
    ...(error.code === 'UNAUTHENTICATED' ? { headers: { 'WWW-Authenticate': 'Bearer realm="Baton"' } } : {}),
    ...(error.retryAfterSeconds === undefined ? {} : { headers: { 'Retry-After': String(error.retryAfterSeconds) } }),
  }
}
