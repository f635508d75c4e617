export type SearchParams = Record<string, string | string[] | undefined>

/**
 * The address of the same list with something changed: null takes a parameter out, `cursor` and `start` always go
 * (another question begins on its first page) unless they are what changes. Only the first of a doubled parameter is kept.
 */
export function hrefWith(path: string, params: SearchParams, changes: Record<string, string | number | null>): string {
  const next = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    const first = Array.isArray(value) ? value[0] : value
    if (first && name !== 'cursor' && name !== 'start' && !(name in changes)) next.set(name, first)
  }
  for (const [name, value] of Object.entries(changes)) {
    if (value !== null && value !== '') next.set(name, String(value))
  }
  const query = next.toString()
  return query ? `${path}?${query}` : path
}

/** The order that a click on a column leads to: first descending (`-key`), then ascending, then back. */
export function nextSort(current: string | undefined, key: string): string {
  return current === `-${key}` ? key : `-${key}`
}
