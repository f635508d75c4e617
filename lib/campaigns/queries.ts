import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { type CampaignShape, campaignShape } from '@/lib/campaigns/campaign-shape'
import { type Figures, noFigures } from '@/lib/campaigns/figure'
import { figuresSql, sideBySide } from '@/lib/campaigns/figures-sql'
import { db, type Tx } from '@/lib/db'
import { invalid, notFound } from '@/lib/errors'
import { uuid } from '@/lib/fields'
import { Prisma } from '@/prisma/generated/client'
import type { Channel } from '@/prisma/generated/enums'

/** The campaign with what it did. Throws NOT_FOUND. */
export async function getCampaign(actor: Actor, campaignId: string, tx: Tx = db): Promise<CampaignShape> {
  authorise(actor, 'campaign.read')
  const campaign = await tx.campaign.findUnique({ where: { id: campaignId } })
  if (!campaign) throw notFound('campaign')
  const results = await campaignResults(actor, [campaignId], tx)
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

/** What campaigns did; one that did nothing is left out. */
export async function campaignResults(actor: Actor, campaignIds: string[], tx: Tx = db): Promise<Map<string, Figures>> {
  authorise(actor, 'campaign.read')
  if (campaignIds.length === 0) return new Map()
  const rows = await sideBySide(campaignIds, (ids) =>
    tx.$queryRaw<(Figures & { of: string })[]>(
      figuresSql(Prisma.sql`t.campaign_id`, Prisma.sql`t.campaign_id = any(${ids}::uuid[])`),
    ),
  )
  return new Map(rows.map(({ of, ...result }) => [of, result]))
}
