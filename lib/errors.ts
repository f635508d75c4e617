/** What can go wrong by somebody's doing. Anything else that is thrown is a bug. */
export type ErrorCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'INVALID' | 'CONFLICT' | 'STALE' | 'TOO_MANY'

/** Messages by the path of a field, for people: `{ 'company.domain': 'Write a domain, such as example.com.' }`. */
export type FieldMessages = Record<string, string>

/** A record that is there already: what it is, its id, what it is called. */
export type KnownRecord = { noun: 'lead' | 'company'; id: string; name: string }

/**
 * The one error class of Baton. `message` is a sentence for people that says what to do.
 * Commands and queries throw it; only the gate and the doors catch it.
 */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields: FieldMessages = {},
    readonly retryAfterSeconds?: number,
    /** The record that stands in the way, where the person may see it. */
    readonly about?: KnownRecord,
  ) {
    super(message)
    this.name = 'DomainError'
  }
}

export const unauthenticated = (message = 'Sign in first.') => new DomainError('UNAUTHENTICATED', message)
export const forbidden = (message = 'Your role may not do this. Ask a manager.') =>
  new DomainError('FORBIDDEN', message)
export const notFound = (what: string) =>
  new DomainError('NOT_FOUND', `This ${what} does not exist, or is not yours to see.`)
export const conflict = (message: string, about?: KnownRecord) =>
  new DomainError('CONFLICT', message, {}, undefined, about)
/** Somebody edited the record since it was read. */
export const stale = (message: string) => new DomainError('STALE', message)
export const tooMany = (message: string, retryAfterSeconds: number) =>
  new DomainError('TOO_MANY', message, {}, retryAfterSeconds)

/** A refusal with one message a field; the first of them is the sentence of the whole. */
export function invalid(fields: FieldMessages): DomainError {
  return new DomainError('INVALID', Object.values(fields)[0] ?? 'Something here is not right.', fields)
}
