import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { type CampaignShape, campaignShape } from '@/lib/campaigns/campaign-shape'
import { noFigures } from '@/lib/campaigns/figure'
import { campaignResults } from '@/lib/campaigns/queries'
import { db } from '@/lib/db'
import { type BrowsedPage, keyset, type KeysetRow, type SortColumn } from '@/lib/keyset'
import { containing } from '@/lib/leads/search-sql'
import { defaultLimit, type Page } from '@/lib/page'
import { type Campaign, Prisma } from '@/prisma/generated/client'

const { sql } = Prisma

/** By what campaigns are sorted; `-` before it for descending. Names without regard to case. */
const sorts = ['createdAt', 'name', 'channel', 'startsOn', 'budget'] as const
export const campaignSorts = sorts.flatMap((sort) => [sort, `-${sort}` as const])
export type CampaignSort = (typeof campaignSorts)[number]

const sortColumns: Record<(typeof sorts)[number], SortColumn> = {
  createdAt: { column: sql`created_at`, type: 'time', isAlwaysThere: true },
  name: { column: sql`name_key`, type: 'text', isAlwaysThere: true },
  channel: { column: sql`channel::text`, type: 'text', isAlwaysThere: true },
  startsOn: { column: sql`starts_on`, type: 'day' },
  budget: { column: sql`budget`, type: 'amount' },
}

export type CampaignList = {
  /** Any part of the name. */
  q?: string | undefined
  sort?: CampaignSort | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

/** A page of the campaigns with what each did, the newest first. Throws INVALID for a cursor of another list or sort. */
export async function listCampaigns(actor: Actor, list: CampaignList = {}): Promise<Page<CampaignShape>> {
  const { data, nextCursor } = await browseCampaigns(actor, list)
  return { data, nextCursor }
}

/** The same with the way back to the page before. */
export async function browseCampaigns(actor: Actor, list: CampaignList = {}): Promise<BrowsedPage<CampaignShape>> {
  authorise(actor, 'campaign.read')
  const { q, sort = '-createdAt', limit = defaultLimit, cursor } = list
  const { value, after, orderBy, page } = keyset(sortColumns, sql`id`, { sort, cursor })
  const found = await db.$queryRaw<KeysetRow[]>(sql`
    select id, ${value} as value from campaign where ${q ? named(q) : sql`true`} and ${after}
    order by ${orderBy} limit ${limit + 1}`)
  const { data: ids, ...cursors } = page(found, limit)
  return { data: await campaignsOf(actor, ids), ...cursors }
}

/** Campaigns by their ids, in that order, with what each did; one that is not there is left out. */
export async function campaignsOf(actor: Actor, ids: string[]): Promise<CampaignShape[]> {
  authorise(actor, 'campaign.read')
  return withResults(actor, await db.campaign.findMany({ where: { id: { in: ids } } }), ids)
}

/** Campaigns with what each did, in the order of `ids`. */
async function withResults(actor: Actor, campaigns: Campaign[], ids: string[]): Promise<CampaignShape[]> {
  const results = await campaignResults(actor)
  const byId = new Map(campaigns.map((campaign) => [campaign.id, campaign]))
  return ids.flatMap((id) => {
    const campaign = byId.get(id)
    return campaign ? [campaignShape(campaign, results.get(id) ?? noFigures)] : []
  })
}

/** How many campaigns the words find. */
export async function countCampaigns(actor: Actor, q?: string): Promise<number> {
  authorise(actor, 'campaign.read')
  const [row] = await db.$queryRaw<{ count: number }[]>(sql`
    select count(*)::int as count from campaign where ${q ? named(q) : sql`true`}`)
  return row?.count ?? 0
}

const named = (q: string) => sql`name_key like ${containing(q)}`

/** The campaigns that run on a day (a day as midnight UTC): begun and not ended, or without dates. Latest start first. */
export async function runningCampaigns(actor: Actor, day: Date, limit: number): Promise<CampaignShape[]> {
  authorise(actor, 'campaign.read')
  const campaigns = await db.campaign.findMany({
    where: {
      AND: [
        { OR: [{ startsOn: null }, { startsOn: { lte: day } }] },
        { OR: [{ endsOn: null }, { endsOn: { gte: day } }] },
      ],
    },
    orderBy: [{ startsOn: { sort: 'desc', nulls: 'last' } }, { createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  return withResults(
    actor,
    campaigns,
    campaigns.map(({ id }) => id),
  )
}
