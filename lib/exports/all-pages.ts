import 'server-only'
import type { Page } from '@/lib/page'

/** Rows of one query. */
export const pageSize = 200

/** All rows of a list, page after page: a page is asked for when the one before has been read. */
export async function* allPages<Row>(pageOf: (cursor: string | undefined) => Promise<Page<Row>>): AsyncGenerator<Row> {
  let cursor: string | undefined
  do {
    const { data, nextCursor }: Page<Row> = await pageOf(cursor)
    yield* data
    cursor = nextCursor ?? undefined
  } while (cursor)
}
