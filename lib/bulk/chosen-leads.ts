import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { Selection } from '@/lib/bulk/input'
import { leadsFrom, leadsWhere, listFrom, tablesOf, visibleLeadsSql } from '@/lib/leads/filter-sql'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** The chosen leads that exist for the actor, as a select of `lead_id`. Unknown ids choose nothing. */
export function chosenLeadsSql(actor: Actor, { leadIds, filter }: Selection, timeZone: string): Prisma.Sql {
  if (leadIds)
    return sql`select l.id as lead_id from ${leadsFrom} where ${visibleLeadsSql(actor)} and l.id = any(${leadIds}::uuid[])`
  const filters = filter ?? {}
  return sql`select s.lead_id from ${listFrom(tablesOf(actor, filters))} where ${leadsWhere(actor, filters, timeZone)}`
}
