import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/db'
import { leadsFrom, leadsWhere } from '@/lib/leads/filter-sql'
import type { LeadFilters } from '@/lib/leads/filters'
import { companySettings } from '@/lib/settings/queries'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** Rows of one query: a slow reader holds no connection while it reads, and of a million rows so many are in memory. */
const atOnce = 2000
const lowest = '00000000-0000-0000-0000-000000000000'

/** Which leads: those that filters find, or of those the ones with these ids. */
export type WhichLeads = { filters: LeadFilters; leadIds?: string[] }

type Reading = {
  /** What is read of each row, its id among it. */
  select: Prisma.Sql
  /** Joins to the leads that match, and conditions on what was joined. */
  joins: Prisma.Sql
  and?: Prisma.Sql
  /**
   * The id by which the rows go on, in each table that has it: a join that merges two of them would read the one that is not
   * bounded from its beginning, for every few rows anew.
   */
  ids: [Prisma.Sql, ...Prisma.Sql[]]
}

/** The rows that belong to the leads that match, in the order of their ids, a few at a time. */
export async function* leadRows<Row extends { id: string }>(
  actor: Actor,
  { filters, leadIds }: WhichLeads,
  { select, joins, and = sql`true`, ids }: Reading,
): AsyncGenerator<Row> {
  const { timeZone } = await companySettings()
  const chosen = leadIds ? sql`l.id = any(${leadIds}::uuid[])` : sql`true`
  let after: string | undefined = lowest
  while (after) {
    const last = after
    const beyond = Prisma.join(
      ids.map((id) => sql`${id} > ${last}::uuid`),
      ' and ',
    )
    const found: Row[] = await db.$queryRaw(sql`
      select ${select} from ${leadsFrom} ${joins}
      where ${leadsWhere(actor, filters, timeZone)} and ${chosen} and ${and} and ${beyond}
      order by ${ids[0]} limit ${atOnce}`)
    yield* found
    after = found.length < atOnce ? undefined : found.at(-1)?.id
  }
}
