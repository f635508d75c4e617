import 'server-only'
import { DomainError } from '@/lib/errors'

/**
 * The page of a list that a cursor asks for; the first one where the cursor is of another sort or made up, as in an
 * address that somebody kept.
 */
export async function orFirstPage<Page>(
  cursor: string | undefined,
  read: (cursor: string | undefined) => Promise<Page>,
): Promise<{ page: Page; isFirst: boolean }> {
  if (cursor === undefined) return { page: await read(undefined), isFirst: true }
  try {
    return { page: await read(cursor), isFirst: false }
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'INVALID') throw error
    return { page: await read(undefined), isFirst: true }
  }
}
