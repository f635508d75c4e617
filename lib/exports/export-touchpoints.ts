import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
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

/** Leads whose touches are read in one query. */
const leadsAtOnce = 200

async function* rowsOf(actor: Actor, filters: LeadFilters): AsyncGenerator<CsvCell[]> {
  yield [...header]
  const leads = leadRows<{ id: string }>(
    actor,
    { filters },
    { select: sql`l.id`, joins: Prisma.empty, ids: [sql`l.id`, sql`s.lead_id`] },
  )
  let leadIds: string[] = []
  for await (const { id } of leads) {
    leadIds.push(id)
    if (leadIds.length < leadsAtOnce) continue
    yield* touchesOf(leadIds)
    leadIds = []
  }
  yield* touchesOf(leadIds)
}

/** The touches of some leads: through the leads, or few that match would mean to pass through the touches of all. */
async function* touchesOf(leadIds: string[]): AsyncGenerator<CsvCell[]> {
  const rows = await db.$queryRaw<Row[]>(sql`
    select t.id, l.id as "lead.id", ${leadExternalId} as "lead.externalId", l.email as "lead.email",
      t.channel::text as channel, t.direction::text as direction, t.engaged, t.occurred_at as "occurredAt",
      c.name as campaign, t.note, coalesce(t.external_id, t.id::text) as "externalId", t.logged_at as "loggedAt",
      p.email as "loggedBy", t.voided_at as "voidedAt"
    from touchpoint t join lead l on l.id = t.lead_id
    left join campaign c on c.id = t.campaign_id
    left join person p on p.id = t.logged_by_id
    where t.lead_id = any(${leadIds}::uuid[]) and t.reverted_at is null
    order by t.lead_id, t.occurred_at, t.logged_at, t.id`)
  for (const row of rows) {
    const { team } = channels[row.channel]
    yield header.map((name) => (name === 'team' ? team : row[name]))
  }
}
