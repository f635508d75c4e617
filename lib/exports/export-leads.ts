import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import type { CsvCell } from '@/lib/exports/csv-answer'
import type { LeadColumn } from '@/lib/exports/lead-columns'
import { leadColumnsOf } from '@/lib/exports/lead-columns'
import { leadExternalId } from '@/lib/exports/lead-references'
import { leadRows, type WhichLeads } from '@/lib/exports/lead-rows'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

const values: Record<LeadColumn, Prisma.Sql> = {
  id: sql`l.id`,
  externalId: leadExternalId,
  email: sql`l.email`,
  firstName: sql`l.first_name`,
  lastName: sql`l.last_name`,
  phone: sql`l.phone`,
  title: sql`l.title`,
  'company.name': sql`c.name`,
  'company.domain': sql`c.domain`,
  'company.employees': sql`c.employees`,
  source: sql`l.source`,
  value: sql`l.value::float8`,
  currency: sql`l.currency`,
  tags: sql`l.tags`,
  createdAt: sql`l.created_at`,
  owner: sql`o.email`,
  rep: sql`r.email`,
  stage: sql`s.stage::text`,
  outcome: sql`s.outcome::text`,
  lostReason: sql`s.lost_reason::text`,
  closedAt: sql`s.closed_at`,
  desk: sql`s.desk::text`,
  touchCount: sql`s.touch_count`,
  lifetimeTouchCount: sql`s.lifetime_touch_count`,
  marketingTouchCount: sql`s.marketing_touch_count`,
  salesTouchCount: sql`s.sales_touch_count`,
  lastTouchAt: sql`s.last_touch_at`,
  warmedAt: sql`s.warmed_at`,
  hotAt: sql`s.hot_at`,
  doNotContact: sql`s.do_not_contact`,
  details: sql`case when l.details <> '{}' then l.details::text end`,
}

/**
 * The leads that match, or were ticked, as rows of a file, the header first: all columns, or those that a list shows. Throws
 * FORBIDDEN.
 */
export function exportLeads(actor: Actor, which: WhichLeads, shown?: string[]): AsyncIterable<CsvCell[]> {
  authorise(actor, 'export.all')
  return rowsOf(actor, which, leadColumnsOf(shown))
}

async function* rowsOf(actor: Actor, which: WhichLeads, columns: LeadColumn[]): AsyncGenerator<CsvCell[]> {
  yield columns
  const rows = leadRows<{ id: string } & Record<LeadColumn, CsvCell>>(actor, which, {
    select: Prisma.join(columns.map((name) => sql`${values[name]} as ${Prisma.raw(`"${name}"`)}`)),
    joins: sql`
      left join company c on c.id = l.company_id
      left join person o on o.id = s.owner_id
      left join person r on r.id = s.rep_id`,
    ids: [sql`l.id`, sql`s.lead_id`],
  })
  for await (const row of rows) yield columns.map((name) => row[name])
}
