import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import type { CsvCell } from '@/lib/exports/csv-answer'
import { leadsFrom, leadsWhere } from '@/lib/leads/filter-sql'
import type { LeadFilters } from '@/lib/leads/filters'
import { companySettings } from '@/lib/settings/queries'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** Rows of one query: a slow reader holds no connection while it reads. */
const atOnce = 2000

/** The columns in their order. Those that an import knows are called as there, so that an export can be imported. */
const columns: [name: string, value: Prisma.Sql][] = [
  ['id', sql`l.id`],
  ['externalId', sql`l.external_id`],
  ['email', sql`l.email`],
  ['firstName', sql`l.first_name`],
  ['lastName', sql`l.last_name`],
  ['phone', sql`l.phone`],
  ['title', sql`l.title`],
  ['company.name', sql`c.name`],
  ['company.domain', sql`c.domain`],
  ['source', sql`l.source`],
  ['value', sql`l.value::float8`],
  ['currency', sql`l.currency`],
  ['tags', sql`l.tags`],
  ['createdAt', sql`l.created_at`],
  ['owner', sql`o.email`],
  ['rep', sql`r.email`],
  ['stage', sql`s.stage::text`],
  ['outcome', sql`s.outcome::text`],
  ['lostReason', sql`s.lost_reason::text`],
  ['closedAt', sql`s.closed_at`],
  ['desk', sql`s.desk::text`],
  ['touchCount', sql`s.touch_count`],
  ['lifetimeTouchCount', sql`s.lifetime_touch_count`],
  ['marketingTouchCount', sql`s.marketing_touch_count`],
  ['salesTouchCount', sql`s.sales_touch_count`],
  ['lastTouchAt', sql`s.last_touch_at`],
  ['warmedAt', sql`s.warmed_at`],
  ['hotAt', sql`s.hot_at`],
  ['doNotContact', sql`s.do_not_contact`],
  ['details', sql`case when l.details <> '{}' then l.details::text end`],
]

/** The leads that match, as rows of a file, the header first. Throws FORBIDDEN. */
export function exportLeads(actor: Actor, filters: LeadFilters): AsyncIterable<CsvCell[]> {
  authorise(actor, 'export.all')
  return rowsOf(actor, filters)
}

async function* rowsOf(actor: Actor, filters: LeadFilters): AsyncGenerator<CsvCell[]> {
  yield columns.map(([name]) => name)
  const { timeZone } = await companySettings()
  const selected = Prisma.join(columns.map(([name, value]) => sql`${value} as ${Prisma.raw(`"${name}"`)}`))
  let after: string | null = null
  do {
    const found: Record<string, CsvCell>[] = await db.$queryRaw(sql`
      select ${selected} from ${leadsFrom}
      left join company c on c.id = l.company_id
      left join person o on o.id = s.owner_id
      left join person r on r.id = s.rep_id
      where ${leadsWhere(actor, filters, timeZone)} and l.id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
      order by l.id limit ${atOnce}`)
    for (const row of found) yield columns.map(([name]) => row[name])
    after = found.length < atOnce ? null : String(found.at(-1)?.id)
  } while (after)
}
