import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import type { CsvCell } from '@/lib/exports/csv-answer'
import { leadExternalId } from '@/lib/exports/lead-references'
import { leadRows } from '@/lib/exports/lead-rows'
import type { LeadFilters } from '@/lib/leads/filters'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** The columns in their order, called as an import of outcomes calls them. */
const header = [
  'lead.externalId',
  'lead.email',
  'outcome',
  'reason',
  'note',
  'closedAt',
  'value',
  'currency',
  'rep',
  'doNotContact',
] as const

/**
 * How the leads that match ended, as rows of a file, the header first: the closed ones, and the open ones that are marked
 * do-not-contact, for the mark goes with it. Throws FORBIDDEN.
 */
export function exportOutcomes(actor: Actor, filters: LeadFilters): AsyncIterable<CsvCell[]> {
  authorise(actor, 'export.all')
  return rowsOf(actor, filters)
}

async function* rowsOf(actor: Actor, filters: LeadFilters): AsyncGenerator<CsvCell[]> {
  yield [...header]
  const rows = leadRows<{ id: string } & Record<(typeof header)[number], CsvCell>>(
    actor,
    { filters },
    {
      select: sql`l.id, ${leadExternalId} as "lead.externalId", l.email as "lead.email", lower(s.outcome::text) as outcome,
      s.lost_reason::text as reason, said.note, s.closed_at as "closedAt", l.value::float8 as value, l.currency,
      r.email as rep, s.do_not_contact as "doNotContact"`,
      joins: sql`
      left join person r on r.id = s.rep_id and s.outcome <> 'OPEN'
      left join lateral (
        select note from outcome_change o where o.lead_id = l.id and s.outcome <> 'OPEN'
        order by o.recorded_at desc, o.id desc limit 1
      ) said on true`,
      and: sql`(s.outcome <> 'OPEN' or s.do_not_contact)`,
      ids: [sql`l.id`, sql`s.lead_id`],
    },
  )
  for await (const row of rows) yield header.map((name) => row[name])
}
