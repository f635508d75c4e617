import 'server-only'
import { campaignShape } from '@/lib/campaigns/campaign-shape'
import { noFigures } from '@/lib/campaigns/figure'
import { createCampaignInput } from '@/lib/campaigns/input'
import { command } from '@/lib/command'
import { conflict } from '@/lib/errors'
import { nameKey } from '@/lib/name-key'
import { companySettings } from '@/lib/settings/queries'

/**
 * Makes a campaign that touches can be credited to.
 *
 * Throws CONFLICT when there is one of this name (case and spaces apart).
 */
export const createCampaign = command(
  { ability: 'campaign.edit', input: createCampaignInput },
  async ({ tx, actor, input, now }) => {
    const { name, channel, startsOn, endsOn, budget, currency } = input
    const key = nameKey(name)
    if (await tx.campaign.count({ where: { nameKey: key } }))
      throw conflict(`There is a campaign called ${name} already. Choose another name.`)
    const { currency: ours } = await companySettings(tx)
    const campaign = await tx.campaign.create({
      data: {
        name,
        nameKey: key,
        channel,
        startsOn: startsOn ?? null,
        endsOn: endsOn ?? null,
        budget: budget ?? null,
        currency: budget === undefined ? null : (currency ?? ours),
        createdAt: now,
        createdById: actor.id,
      },
    })
    return campaignShape(campaign, noFigures)
  },
)
