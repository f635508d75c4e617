import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import type { CsvCell } from '@/lib/exports/csv-answer'
import { leadsFrom, leadsWhere } from '@/lib/leads/filter-sql'
import type { LeadFilters } from '@/lib/leads/filters'
import { companySettings } from '@/lib/settings/queries'
import { channels } from '@/lib/touchpoints/channel'
import { Prisma } from '@/prisma/generated/client'
import type { Channel } from '@/prisma/generated/enums'

const { sql } = Prisma

/** Rows of one query: a slow reader holds no connection while it reads. */
const atOnce = 2000

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

type Row = Record<(typeof header)[number], CsvCell>

/** The touches of the leads that match, voided ones too, as rows of a file, the header first. Throws FORBIDDEN. */
export function exportTouchpoints(actor: Actor, filters: LeadFilters): AsyncIterable<CsvCell[]> {
  authorise(actor, 'export.all')
  return rowsOf(actor, filters)
}

async function* rowsOf(actor: Actor, filters: LeadFilters): AsyncGenerator<CsvCell[]> {
  yield [...header]
  const { timeZone } = await companySettings()
  let after: string | null = null
  do {
    const found: Omit<Row, 'team'>[] = await db.$queryRaw(sql`
      select t.id, l.id as "lead.id", l.external_id as "lead.externalId", l.email as "lead.email",
        t.channel::text as channel, t.direction::text as direction, t.engaged, t.occurred_at as "occurredAt",
        c.name as campaign, t.note, t.external_id as "externalId", t.logged_at as "loggedAt", p.email as "loggedBy",
        t.voided_at as "voidedAt"
      from ${leadsFrom} join touchpoint t on t.lead_id = l.id
      left join campaign c on c.id = t.campaign_id
      left join person p on p.id = t.logged_by_id
      where ${leadsWhere(actor, filters, timeZone)} and t.reverted_at is null and t.id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
      order by t.id limit ${atOnce}`)
    for (const row of found) {
      const { team } = channels[row.channel as Channel]
      yield header.map((name) => ({ ...row, team })[name])
    }
    after = found.length < atOnce ? null : String(found.at(-1)?.id)
  } while (after)
}
