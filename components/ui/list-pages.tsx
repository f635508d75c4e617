import { Pagination } from './pagination'
import { hrefWith, type SearchParams } from './search-params'

/**
 * The foot of a list that is walked by cursors, from what its query answered. `start` is how many rows come before.
 * `<ListPages path="/leads" params={params} start={start} page={page} total={8000} noun={{ one: 'lead', many: 'leads' }} />`
 */
export function ListPages({
  path,
  params,
  start,
  page,
  total,
  isCapped,
  noun,
  pageSize,
}: {
  path: string
  params: SearchParams
  start: number
  page: { data: unknown[]; nextCursor: string | null; previousCursor: string | null }
  total: number
  isCapped?: boolean
  noun: { one: string; many: string }
  /** How many rows a full page has. */
  pageSize: number
}) {
  if (page.data.length === 0) return null
  const before = Math.max(0, start - pageSize)
  const previous = before === 0 ? { cursor: null, start: null } : { cursor: page.previousCursor, start: before }
  return (
    <Pagination
      start={start}
      shown={page.data.length}
      total={total}
      isCapped={isCapped}
      noun={noun}
      previousHref={page.previousCursor ? hrefWith(path, params, previous) : undefined}
      nextHref={
        page.nextCursor
          ? hrefWith(path, params, { cursor: page.nextCursor, start: start + page.data.length })
          : undefined
      }
    />
  )
}
