import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { bringsInto } from '@/lib/campaigns/figures-sql'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import type { LeadQuality } from '@/prisma/generated/enums'

/** How many of the leads that a campaign made warm Sales found good, fair and poor, by its last word on each. */
export async function campaignRatings(actor: Actor, campaignId: string): Promise<Record<LeadQuality, number>> {
  authorise(actor, 'campaign.edit')
  const rows = await db.$queryRaw<{ quality: LeadQuality; leads: number }[]>(Prisma.sql`
    with warmed as (
      select distinct t.lead_id from touchpoint t join lead_state s on s.lead_id = t.lead_id
      where t.campaign_id = ${campaignId}::uuid and t.voided_at is null and s.deleted_at is null
        and ${bringsInto.warmed}
    ),
    said as (
      select distinct on (h.lead_id) h.quality from warmed join handoff h on h.lead_id = warmed.lead_id
      where h.quality is not null and h.reverted_at is null
      order by h.lead_id, h.rated_at desc
    )
    select quality, count(*)::int as leads from said group by quality`)
  const count = (quality: LeadQuality) => rows.find((row) => row.quality === quality)?.leads ?? 0
  return { good: count('good'), fair: count('fair'), poor: count('poor') }
}
