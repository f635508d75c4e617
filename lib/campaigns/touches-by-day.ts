import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db } from '@/lib/db'
import { isLive } from '@/lib/leads/filter-sql'
import { Prisma } from '@/prisma/generated/client'

/** Touches of a day in the company's zone: "2026-11-23". */
export type DayOfTouches = { day: string; touches: number }

/** The days on which a campaign touched leads, with how often, in order; days without a touch are left out. */
export async function touchesByDay(actor: Actor, campaignId: string, timeZone: string): Promise<DayOfTouches[]> {
  authorise(actor, 'campaign.read')
  return db.$queryRaw<DayOfTouches[]>`
    select to_char(t.occurred_at at time zone ${timeZone}, 'YYYY-MM-DD') as day, count(*)::int as touches
    from touchpoint t
    where t.campaign_id = ${campaignId}::uuid and t.voided_at is null
      and ${isLive(Prisma.sql`t.lead_id`)}
    group by 1 order by 1`
}
