import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { type CampaignResult, type CampaignShape, campaignShape, nothingYet } from '@/lib/campaigns/campaign-shape'
import { db, type Tx } from '@/lib/db'
import { notFound } from '@/lib/errors'

/** The campaign with what it did. Throws NOT_FOUND. */
export async function getCampaign(actor: Actor, campaignId: string, tx: Tx = db): Promise<CampaignShape> {
  authorise(actor, 'campaign.read')
  const campaign = await tx.campaign.findUnique({ where: { id: campaignId } })
  if (!campaign) throw notFound('campaign')
  const results = await campaignResults(actor, [campaignId], tx)
  return campaignShape(campaign, results.get(campaignId) ?? nothingYet)
}

/** What campaigns did, from their unvoided touches on leads that are not deleted. */
export async function campaignResults(
  actor: Actor,
  campaignIds: string[],
  tx: Tx = db,
): Promise<Map<string, CampaignResult>> {
  authorise(actor, 'campaign.read')
  const rows = await tx.$queryRaw<({ id: string } & CampaignResult)[]>`
    select t.campaign_id as id,
      count(distinct t.lead_id)::int as reach,
      count(distinct t.lead_id) filter (where t.engaged)::int as engaged,
      count(distinct t.lead_id) filter (where t.occurred_at = s.first_warmed_at)::int as warmed,
      count(distinct t.lead_id) filter (where s.outcome = 'WON')::int as won
    from touchpoint t
    join lead_state s on s.lead_id = t.lead_id
    join lead l on l.id = t.lead_id and l.deleted_at is null
    where t.campaign_id = any(${campaignIds}::uuid[]) and t.voided_at is null
    group by t.campaign_id`
  return new Map(rows.map(({ id, ...result }) => [id, result]))
}
