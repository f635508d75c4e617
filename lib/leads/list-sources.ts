import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'

const mostSources = 200

/**
 * The sources that leads have, in the order of letters; of very many the last 200. The index of leads by source is walked
 * from one source to the next, so that a million leads are not read for a handful of words.
 */
export async function listSources(actor: Actor): Promise<string[]> {
  authorise(actor, 'lead.read')
  const rows = await db.$queryRaw<{ source: string }[]>(Prisma.sql`
    with recursive known as (
      (select source from lead where source is not null and deleted_at is null order by source desc nulls last limit 1)
      union all
      select (
        select l.source from lead l where l.source < known.source and l.deleted_at is null
        order by l.source desc nulls last limit 1
      ) from known where known.source is not null
    )
    select source from known where source is not null limit ${mostSources}`)
  return rows.map(({ source }) => source).reverse()
}
