import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import { isLive, leadsFrom, visibleLeadsSql } from '@/lib/leads/filter-sql'
import type { LeadFilters } from '@/lib/leads/filters'
import { leadInclude, leadShape, type LeadShape } from '@/lib/leads/lead-shape'
import { Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/**
 * The leads that Marketing warms up: cold, open, on its desk, not marked do-not-contact and not asleep. As a list filters
 * them.
 */
export const coldLeads = {
  stage: 'COLD',
  outcome: 'OPEN',
  desk: 'MARKETING',
  doNotContact: 'no',
  asleep: 'no',
} satisfies LeadFilters

/** The same as a condition on `s`, word for word that of its index. */
const isToWarm = sql`s.stage = 'COLD' and s.outcome = 'OPEN' and s.desk = 'MARKETING' and not s.do_not_contact
  and s.wake_on is null`

/** How many cold leads there are of each number of touches. */
export async function countColdLeads(actor: Actor): Promise<Map<number, number>> {
  authorise(actor, 'handoff.offer')
  const rows = await db.$queryRaw<{ touches: number; leads: number }[]>(sql`
    select s.touch_count as touches, count(*)::int as leads from lead_state s
    where ${isToWarm} and ${isLive(sql`s.lead_id`)}
    group by 1`)
  return new Map(rows.map(({ touches, leads }) => [touches, leads]))
}

/**
 * The cold leads of so many touches that are due first: without a touch the newest, others the longest untouched.
 * `count` is how many there are; where they are few they are gathered before they are sorted.
 */
export async function coldLeadsDueFirst(actor: Actor, touches: number, count: number, limit: number) {
  authorise(actor, 'handoff.offer')
  if (count === 0) return []
  const where = sql`${visibleLeadsSql(actor)} and ${isToWarm} and s.touch_count = ${touches}`
  const order = touches === 0 ? sql`created_at desc, id desc` : sql`last_touch_at, id`
  const rows = await db.$queryRaw<{ id: string }[]>(
    count < 5000
      ? sql`with few as materialized (select l.id, s.created_at, s.last_touch_at from ${leadsFrom} where ${where})
          select id from few order by ${order} limit ${limit}`
      : touches === 0
        ? sql`select l.id from ${leadsFrom} where ${where} order by s.created_at desc, s.lead_id desc limit ${limit}`
        : sql`select l.id from ${leadsFrom} where ${where} order by s.last_touch_at, s.lead_id limit ${limit}`,
  )
  return leadsInOrder(rows.map(({ id }) => id))
}

async function leadsInOrder(ids: string[]): Promise<LeadShape[]> {
  const rows = await db.lead.findMany({ where: { id: { in: ids } }, include: leadInclude })
  const byId = new Map(rows.map((row) => [row.id, leadShape(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
