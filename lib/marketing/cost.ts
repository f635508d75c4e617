import type { CampaignShape } from '@/lib/campaigns/campaign-shape'

/**
 * What a warm lead costs: the budgets of the campaigns over the leads that they warmed. Only campaigns with a budget in
 * the company's currency count, on both sides.
 */
export type WarmingCost = { campaigns: number; warmed: number; budget: number; perLead: number | null }

type Spent = Pick<CampaignShape, 'budget' | 'currency' | 'warmed'>

/** The cost of a warm lead in whole `currency` units; null without a budget or without a warmed lead. */
export function costPerWarmLead(campaigns: Spent[], currency: string): WarmingCost {
  const counted = campaigns.filter((campaign) => campaign.budget !== null && campaign.currency === currency)
  const budget = counted.reduce((sum, campaign) => sum + (campaign.budget ?? 0), 0)
  const warmed = counted.reduce((sum, campaign) => sum + campaign.warmed, 0)
  return { campaigns: counted.length, warmed, budget, perLead: warmed > 0 ? Math.round(budget / warmed) : null }
}
