import type { ShareRow } from '@/components/dashboard/attribution-card'
import { attributionModels, type AttributionModel } from '@/lib/reports/attribution/attribution'
import type { CampaignShare, Share } from '@/lib/reports/attribution/wins-shared'
import { noCampaign } from '@/lib/reports/attribution/no-campaign'
import { channels } from '@/lib/touchpoints/channel'
import type { Channel } from '@/prisma/generated/enums'

type Shares = Record<AttributionModel, number>

const sharesOf = (share: Shares): Shares =>
  Object.fromEntries(attributionModels.map((model) => [model, share[model]])) as Shares

const sumOf = (rows: Shares[]): Shares =>
  Object.fromEntries(
    attributionModels.map((model) => [model, rows.reduce((sum, share) => sum + share[model], 0)]),
  ) as Shares

const byShare = (one: { linear: number }, other: { linear: number }) => other.linear - one.linear

const total = (rows: Shares[], wins: number): ShareRow => ({
  key: 'total',
  label: 'All wins',
  team: null,
  touched: wins,
  shares: sumOf(rows),
  filters: { outcome: 'WON' },
  isTotal: true,
})

/** The channels by their linear share, the wins without a touch, and all wins. */
export function channelRows(shares: Share<Channel>[], wins: number): ShareRow[] {
  const rows = shares.toSorted(byShare).map((share): ShareRow => {
    const { name, touched } = share
    if (name === null)
      return { key: 'none', label: 'Without a touch', team: null, touched, shares: sharesOf(share), filters: null }
    const { label, team } = channels[name]
    return {
      key: name,
      label,
      team: team === 'marketing' ? 'MARKETING' : 'SALES',
      touched,
      shares: sharesOf(share),
      filters: { channel: name },
    }
  })
  return [...rows, total(shares, wins)]
}

/** So many campaigns have a row of their own. */
const mostCampaigns = 20

/** The campaigns by their linear share, the others together, touches without a campaign, and all wins. */
export function campaignRows(shares: CampaignShare[], wins: number): ShareRow[] {
  const campaigns = shares.filter(({ campaign }) => campaign !== null).sort(byShare)
  const rest = campaigns.slice(mostCampaigns)
  const rows = campaigns.slice(0, mostCampaigns).map((share): ShareRow => ({
    key: share.name ?? '',
    label: share.campaign ?? '',
    team: null,
    touched: share.touched,
    shares: sharesOf(share),
    filters: { campaign: share.name ?? '' },
  }))
  const without = (key: string, label: string, those: CampaignShare[], touched: number | null): ShareRow[] =>
    those.length === 0 ? [] : [{ key, label, team: null, touched, shares: sumOf(those), filters: null }]
  const untagged = shares.filter(({ name }) => name === noCampaign)
  const untouched = shares.filter(({ name }) => name === null)
  return [
    ...rows,
    ...without('rest', `${rest.length} other campaigns`, rest, null),
    ...without('untagged', 'Touches without a campaign', untagged, untagged[0]?.touched ?? null),
    ...without('untouched', 'Without a touch', untouched, untouched[0]?.touched ?? null),
    total(shares, wins),
  ]
}
