import { costPerLead, type Figures } from '@/lib/campaigns/figure'
import type { Campaign } from '@/prisma/generated/client'

const dayOf = (date: Date | null) => date && date.toISOString().slice(0, 10)

/** A campaign as the API answers it and as pages read it. `costPer` is in `currency`, to the cent. */
export function campaignShape(campaign: Campaign, result: Figures) {
  const budget = campaign.budget === null ? null : Number(campaign.budget)
  return {
    id: campaign.id,
    name: campaign.name,
    channel: campaign.channel,
    startsOn: dayOf(campaign.startsOn),
    endsOn: dayOf(campaign.endsOn),
    budget,
    currency: campaign.currency,
    createdAt: campaign.createdAt,
    ...result,
    costPer: costPerLead(budget, result),
  }
}

export type CampaignShape = ReturnType<typeof campaignShape>
