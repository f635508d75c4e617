import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import { cutPage, defaultLimit, type Page, readCursor, wordsOf } from '@/lib/page'
import { type PersonShape, personFields } from '@/lib/people/person-shape'

const sort = 'name'

/** A page of those who work here now, by name. Throws INVALID for a cursor of another list. */
export async function listPeoplePage(
  actor: Actor,
  { limit = defaultLimit, cursor }: { limit?: number | undefined; cursor?: string | undefined },
): Promise<Page<PersonShape>> {
  authorise(actor, 'people.read')
  const from = readCursor(cursor, sort)
  const name = from && wordsOf(from)
  const rows = await db.person.findMany({
    where: {
      deactivatedAt: null,
      ...(from && name !== null ? { OR: [{ name: { gt: name } }, { name, id: { gt: from.id } }] } : {}),
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: limit + 1,
    select: personFields,
  })
  return cutPage(rows, limit, ({ id, name }) => ({ sort, value: name, id }))
}
