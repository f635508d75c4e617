import 'server-only'
import { invalid } from '@/lib/errors'

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

/** How a body calls a field of a command whose input has it under `changes`. */
export const fieldOfChanges = (path: string): string => path.replace(/^changes\.?/, '')
