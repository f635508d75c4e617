import type { PageParams } from '@/lib/page-params'

/** What of an address is passing: where in the list one is, what is open on it, and which view it began as. */
const passing = ['saved', 'cursor', 'start', 'do', 'handoff', 'after']

/**
 * What of an address says which list is seen: its filters, order and columns, always in the same order, so that two
 * addresses of one list have one query.
 */
export function listQuery(params: PageParams): string {
  const entries = Object.entries(params).flatMap(([name, value]): [string, string][] => {
    const first = Array.isArray(value) ? value[0] : value
    return first && !passing.includes(name) ? [[name, first]] : []
  })
  entries.sort(([one], [other]) => (one < other ? -1 : 1))
  return new URLSearchParams(entries).toString()
}

/** A query read back as the parameters of a page. */
export const paramsOfQuery = (query: string): PageParams => Object.fromEntries(new URLSearchParams(query))

/** The same query as `listQuery` writes it, whoever wrote it. */
export const plainQuery = (query: string): string => listQuery(paramsOfQuery(query))
