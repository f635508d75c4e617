import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import { isLive } from '@/lib/leads/filter-sql'
import { Prisma } from '@/prisma/generated/client'

/**
 * A day in the company's zone, "2026-11-23": its touches, the leads that were reached for the first time, and those
 * that responded for the first time. So each lead is on one day, and the days add up to the campaign's figures.
 */
export type DayOfTouches = { day: string; touches: number; reach: number; engaged: number }

/** The days on which a campaign touched leads, in order; days without a touch are left out. */
export async function touchesByDay(actor: Actor, campaignId: string, timeZone: string): Promise<DayOfTouches[]> {
  authorise(actor, 'campaign.read')
  return db.$queryRaw<DayOfTouches[]>`
    with touch as materialized (
      select t.lead_id, (t.occurred_at at time zone ${timeZone})::date as day, t.engaged from touchpoint t
      where t.campaign_id = ${campaignId}::uuid and t.voided_at is null and ${isLive(Prisma.sql`t.lead_id`)}
    ),
    lead as (
      select min(day) as reached, min(day) filter (where engaged) as responded from touch group by lead_id
    ),
    part as (
      select day, count(*) as touches, 0 as reach, 0 as engaged from touch group by day
      union all select reached, 0, count(*), 0 from lead group by reached
      union all select responded, 0, 0, count(*) from lead where responded is not null group by responded
    )
    select to_char(day, 'YYYY-MM-DD') as day, sum(touches)::int as touches, sum(reach)::int as reach,
      sum(engaged)::int as engaged
    from part group by part.day order by part.day`
}
