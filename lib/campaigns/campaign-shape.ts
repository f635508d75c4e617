import type { Campaign } from '@/prisma/generated/client'

/** What a campaign did, in distinct leads. */
export type CampaignResult = {
  /** Leads with a touch of the campaign. */
  reach: number
  /** Leads that responded to one. */
  engaged: number
  /** Leads whose warm milestone is a touch of the campaign. */
  warmed: number
  /** Reached leads that are won. */
  won: number
}

export const nothingYet: CampaignResult = { reach: 0, engaged: 0, warmed: 0, won: 0 }

const dayOf = (date: Date | null) => date && date.toISOString().slice(0, 10)

/** A campaign as the API answers it and as pages read it. */
export const campaignShape = (campaign: Campaign, result: CampaignResult) => ({
  id: campaign.id,
  name: campaign.name,
  channel: campaign.channel,
  startsOn: dayOf(campaign.startsOn),
  endsOn: dayOf(campaign.endsOn),
  budget: campaign.budget === null ? null : Number(campaign.budget),
  currency: campaign.currency,
  createdAt: campaign.createdAt,
  ...result,
})

export type CampaignShape = ReturnType<typeof campaignShape>
