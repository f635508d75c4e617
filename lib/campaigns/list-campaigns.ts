import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { type CampaignShape, campaignShape, nothingYet } from '@/lib/campaigns/campaign-shape'
import { campaignResults } from '@/lib/campaigns/queries'
import { db } from '@/lib/db'
import { cutPage, defaultLimit, momentOf, type Page, readCursor, wordsOf, type Cursor } from '@/lib/page'

/** By what campaigns are sorted; `-` before it for descending. */
export const campaignSorts = ['createdAt', '-createdAt', 'name', '-name'] as const
export type CampaignSort = (typeof campaignSorts)[number]

export type CampaignList = { sort?: CampaignSort | undefined; limit?: number | undefined; cursor?: string | undefined }

/** A page of the campaigns with what each did, the newest first. Throws INVALID for a cursor of another list or sort. */
export async function listCampaigns(actor: Actor, list: CampaignList = {}): Promise<Page<CampaignShape>> {
  authorise(actor, 'campaign.read')
  const { sort = '-createdAt', limit = defaultLimit } = list
  const direction = sort.startsWith('-') ? 'desc' : 'asc'
  const isByName = sort.endsWith('name')
  const rows = await db.campaign.findMany({
    where: after(readCursor(list.cursor, sort), isByName, direction),
    orderBy: [isByName ? { name: direction } : { createdAt: direction }, { id: direction }],
    take: limit + 1,
  })
  const { data, nextCursor } = cutPage(rows, limit, ({ id, name, createdAt }) => ({
    sort,
    value: isByName ? name : createdAt.toISOString(),
    id,
  }))
  const results = await campaignResults(
    actor,
    data.map(({ id }) => id),
  )
  return { data: data.map((campaign) => campaignShape(campaign, results.get(campaign.id) ?? nothingYet)), nextCursor }
}

function after(from: Cursor | null, isByName: boolean, direction: 'asc' | 'desc') {
  if (!from) return {}
  const past = direction === 'asc' ? 'gt' : 'lt'
  if (isByName) {
    const name = wordsOf(from)
    return { OR: [{ name: { [past]: name } }, { name, id: { [past]: from.id } }] }
  }
  const createdAt = momentOf(from)
  return { OR: [{ createdAt: { [past]: createdAt } }, { createdAt, id: { [past]: from.id } }] }
}
