import 'server-only'
import { DomainError, invalid } from '@/lib/errors'

const noSuchField = 'There is no such field.'

/**
 * The input of a command: the fields of the body, and what the path says. A body that names one of those itself has
 * an unknown field: throws INVALID.
 */
export function inputOf(body: Record<string, unknown>, fromPath: Record<string, string>): Record<string, unknown> {
  const doubled = Object.keys(fromPath).filter((name) => Object.hasOwn(body, name))
  if (doubled.length > 0) throw invalid(Object.fromEntries(doubled.map((name) => [name, noSuchField])))
  return { ...body, ...fromPath }
}

/** Runs a command whose input has the body under `changes`, and names refused fields as the body has them. */
export async function withChanges<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'INVALID') throw error
    throw invalid(
      Object.fromEntries(
        Object.entries(error.fields).map(([path, message]) => [path.replace(/^changes\.?/, ''), message]),
      ),
    )
  }
}
