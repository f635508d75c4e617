import 'server-only'
import { db } from '@/lib/db'
import type { Books } from '@/lib/reports/books'
import { noCampaign } from '@/lib/reports/attribution/no-campaign'
import { type CampaignShare, sharesOfCampaigns } from '@/lib/reports/attribution/wins-shared'

/** The wins of the cohort by campaign; touches without one share as `noCampaign`. `campaign` is its name. */
export async function winsByCampaign(books: Books): Promise<CampaignShare[]> {
  const shares = sharesOfCampaigns(books)
  const ids = shares.flatMap(({ name }) => (name === null || name === noCampaign ? [] : [name]))
  const campaigns = await db.campaign.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(campaigns.map(({ id, name }) => [id, name]))
  return shares.map((share) => ({ ...share, campaign: names.get(share.name ?? '') ?? null }))
}
