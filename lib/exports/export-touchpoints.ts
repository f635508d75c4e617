import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import type { CsvCell } from '@/lib/exports/csv-answer'
import { leadExternalId } from '@/lib/exports/lead-references'
import { leadRows } from '@/lib/exports/lead-rows'
import type { LeadFilters } from '@/lib/leads/filters'
import { channels } from '@/lib/touchpoints/channel'
import { Prisma } from '@/prisma/generated/client'
import type { Channel } from '@/prisma/generated/enums'

const { sql } = Prisma

/** The columns in their order. Those that an import knows are called as there, so that an export can be imported. */
const header = [
  'id',
  'lead.id',
  'lead.externalId',
  'lead.email',
  'channel',
  'team',
  'direction',
  'engaged',
  'occurredAt',
  'campaign',
  'note',
  'externalId',
  'loggedAt',
  'loggedBy',
  'voidedAt',
] as const

type Row = { id: string; channel: Channel } & Record<
  Exclude<(typeof header)[number], 'id' | 'channel' | 'team'>,
  CsvCell
>

/**
 * The touches of the leads that match, voided ones too, as rows of a file, the header first. One without an external id is
 * called by its id, so that two that say the same stay two. Throws FORBIDDEN.
 */
export function exportTouchpoints(actor: Actor, filters: LeadFilters): AsyncIterable<CsvCell[]> {
  authorise(actor, 'export.all')
  return rowsOf(actor, filters)
}

async function* rowsOf(actor: Actor, filters: LeadFilters): AsyncGenerator<CsvCell[]> {
  yield [...header]
  const rows = leadRows<Row>(
    actor,
    { filters },
    {
      select: sql`t.id, l.id as "lead.id", ${leadExternalId} as "lead.externalId", l.email as "lead.email",
      t.channel::text as channel, t.direction::text as direction, t.engaged, t.occurred_at as "occurredAt",
      c.name as campaign, t.note, coalesce(t.external_id, t.id::text) as "externalId", t.logged_at as "loggedAt",
      p.email as "loggedBy", t.voided_at as "voidedAt"`,
      joins: sql`
      join touchpoint t on t.lead_id = l.id and t.reverted_at is null
      left join campaign c on c.id = t.campaign_id
      left join person p on p.id = t.logged_by_id`,
      ids: [sql`t.id`],
    },
  )
  for await (const row of rows) {
    const { team } = channels[row.channel]
    yield header.map((name) => (name === 'team' ? team : row[name]))
  }
}
