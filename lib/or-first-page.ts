import 'server-only'
import { DomainError } from '@/lib/errors'

/**
 * The page of a list that a cursor asks for; the first one where the cursor is of another sort or made up, as in an
 * address that somebody kept. `cursor` is the one that was taken: none on the first page.
 */
export async function orFirstPage<Page>(
  cursor: string | undefined,
  read: (cursor: string | undefined) => Promise<Page>,
): Promise<{ page: Page; isFirst: boolean; cursor: string | undefined }> {
  const first = async () => ({ page: await read(undefined), isFirst: true, cursor: undefined })
  if (cursor === undefined) return first()
  try {
    return { page: await read(cursor), isFirst: false, cursor }
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'INVALID') throw error
    return first()
  }
}
