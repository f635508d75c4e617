import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { type CampaignResult, type CampaignShape, campaignShape, nothingYet } from '@/lib/campaigns/campaign-shape'
import { db, type Tx } from '@/lib/db'
import { invalid, notFound } from '@/lib/errors'
import { uuid } from '@/lib/fields'
import { isLive } from '@/lib/leads/filter-sql'
import { Prisma } from '@/prisma/generated/client'
import type { Channel } from '@/prisma/generated/enums'

/** The campaign with what it did. Throws NOT_FOUND. */
export async function getCampaign(actor: Actor, campaignId: string, tx: Tx = db): Promise<CampaignShape> {
  authorise(actor, 'campaign.read')
  const campaign = await tx.campaign.findUnique({ where: { id: campaignId } })
  if (!campaign) throw notFound('campaign')
  const results = await campaignResults(actor, [campaignId], tx)
  return campaignShape(campaign, results.get(campaignId) ?? nothingYet)
}

/** The channel of a campaign that a form names. Throws INVALID where it names none. */
export async function campaignChannel(actor: Actor, campaignId: unknown): Promise<Channel> {
  authorise(actor, 'campaign.read')
  const id = uuid.safeParse(campaignId).data
  const campaign = id && (await db.campaign.findUnique({ where: { id }, select: { channel: true } }))
  if (!campaign) throw invalid({ campaignId: 'Choose a campaign.' })
  return campaign.channel
}

/**
 * What campaigns did, from their unvoided touches on leads that are not deleted. Three narrow readings instead of one
 * wide join: reach and response come from the campaigns' index alone, and few leads are won or were warmed by a campaign.
 */
export async function campaignResults(
  actor: Actor,
  campaignIds: string[],
  tx: Tx = db,
): Promise<Map<string, CampaignResult>> {
  authorise(actor, 'campaign.read')
  if (campaignIds.length === 0) return new Map()
  const live = isLive(Prisma.sql`t.lead_id`)
  const leadsWith = (state: Prisma.Sql) => Prisma.sql`(
    select t.campaign_id as id, count(distinct t.lead_id)::int as leads
    from touchpoint t join lead_state s on s.lead_id = t.lead_id and ${state}
    where t.campaign_id = any(${campaignIds}::uuid[]) and t.voided_at is null and ${live}
    group by t.campaign_id)`
  const rows = await tx.$queryRaw<({ id: string } & CampaignResult)[]>`
    select c.id, reached.reach, reached.engaged,
      coalesce(warmed.leads, 0) as warmed, coalesce(won.leads, 0) as won
    from unnest(${campaignIds}::uuid[]) as c(id)
    cross join lateral (
      select count(*)::int as reach, count(*) filter (where t.engaged)::int as engaged
      from (
        select lead_id, bool_or(engaged) as engaged from touchpoint
        where campaign_id = c.id and voided_at is null group by lead_id
      ) t where ${live}
    ) reached
    left join ${leadsWith(Prisma.sql`s.first_warmed_at = t.occurred_at`)} warmed on warmed.id = c.id
    left join ${leadsWith(Prisma.sql`s.outcome = 'WON'`)} won on won.id = c.id`
  return new Map(rows.map(({ id, ...result }) => [id, result]))
}
