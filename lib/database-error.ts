import { conflict, type DomainError, invalid } from '@/lib/errors'

const retried = new Set(['40001', '40P01', 'P2034'])
const badValue = new Set(['22021', '22P05', '22003', '22008', '22007', '22P02'])

/** The SQLSTATE or Prisma code of an error, wherever the driver has put it. */
function codesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return []
  const { code, originalCode, meta, cause } = error as Record<string, unknown>
  const nested = [meta, cause, (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError]
  const own = [code, originalCode].filter((value): value is string => typeof value === 'string')
  return [...own, ...nested.flatMap(codesOf)]
}

/**
 * What a database error means: 'retry' where two transactions got in each other's way, a DomainError where the
 * request was at fault, undefined where it is a bug.
 */
export function databaseError(error: unknown): 'retry' | DomainError | undefined {
  const codes = codesOf(error)
  if (codes.some((code) => retried.has(code))) return 'retry'
  if (codes.some((code) => badValue.has(code)))
    return invalid({ '': 'A value has characters or a size that cannot be stored.' })
  if (codes.some((code) => code === 'P2002' || code === '23505'))
    return conflict('Somebody else has just saved the same. Look at it, then try again.')
  return undefined
}
