import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { type CampaignShape, campaignShape } from '@/lib/campaigns/campaign-shape'
import { type Figures, noFigures } from '@/lib/campaigns/figure'
import { countFigures } from '@/lib/campaigns/count-figures'
import { db } from '@/lib/db'
import { invalid, notFound } from '@/lib/errors'
import { presentFacts } from '@/lib/facts/present-facts'
import { uuid } from '@/lib/fields'
import type { Channel } from '@/prisma/generated/enums'

/** The campaign with what it did. Throws NOT_FOUND. */
export async function getCampaign(actor: Actor, campaignId: string): Promise<CampaignShape> {
  authorise(actor, 'campaign.read')
  const campaign = await db.campaign.findUnique({ where: { id: campaignId } })
  if (!campaign) throw notFound('campaign')
  const results = await campaignResults(actor)
  return campaignShape(campaign, results.get(campaignId) ?? noFigures)
}

/** The channel of a campaign that a form names. Throws INVALID where it names none. */
export async function campaignChannel(actor: Actor, campaignId: unknown): Promise<Channel> {
  authorise(actor, 'campaign.read')
  const id = uuid.safeParse(campaignId).data
  const campaign = id && (await db.campaign.findUnique({ where: { id }, select: { channel: true } }))
  if (!campaign) throw invalid({ campaignId: 'Choose a campaign.' })
  return campaign.channel
}

/** What each campaign did, by its id; one that did nothing is left out. */
export async function campaignResults(actor: Actor): Promise<Map<string, Figures>> {
  authorise(actor, 'campaign.read')
  const facts = await presentFacts()
  return countFigures(facts, facts.touches.table.columns.campaignId, () => true)
}
