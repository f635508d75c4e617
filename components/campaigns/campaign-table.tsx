import type { ReactNode } from 'react'
import type { CampaignShape } from '@/lib/campaigns/campaign-shape'
import { campaignDays } from '@/lib/campaigns/campaign-words'
import { figureLabels, figures } from '@/lib/campaigns/figure'
import { channels } from '@/lib/touchpoints/channel'
import { TeamDot } from '../leads/lead-badges'
import { Count, Money } from '../ui/number'
import { chooseColumns } from '../ui/choose-columns'
import { DataTable, type Column } from '../ui/table'

const numeric = (key: string, header: string, cell: Column<CampaignShape>['cell']): Column<CampaignShape> => ({
  key,
  header,
  cell,
  align: 'right',
  width: 'w-22',
  card: 'labelled',
})

/** Shown to those who choose it. */
const extra = { isExtra: true } as const

/** The columns of a list of campaigns. */
export const campaignColumns = (currency: string): Column<CampaignShape>[] => [
  { key: 'name', header: 'Campaign', sortKey: 'name', cell: ({ name }) => name },
  {
    key: 'channel',
    header: 'Channel',
    sortKey: 'channel',
    width: 'w-40',
    card: 'aside',
    cell: ({ channel }) => (
      <span className="inline-flex items-center gap-1.5">
        <TeamDot team={channels[channel].team === 'marketing' ? 'MARKETING' : 'SALES'} />
        {channels[channel].label}
      </span>
    ),
  },
  {
    key: 'days',
    header: 'Runs',
    sortKey: 'startsOn',
    width: 'w-52',
    hideBelow: 'lg',
    card: 'line',
    cell: campaignDays,
  },
  {
    key: 'budget',
    header: 'Budget',
    sortKey: 'budget',
    align: 'right',
    width: 'w-28',
    hideBelow: 'xl',
    cell: (campaign) =>
      campaign.budget === null ? null : (
        <Money amount={campaign.budget} currency={campaign.currency ?? currency} isShort />
      ),
  },
  ...figures.map((figure): Column<CampaignShape> => ({
    ...numeric(figure, figureLabels[figure], (campaign) => <Count value={campaign[figure]} />),
    ...(figure === 'accepted' || figure === 'hot' ? extra : {}),
  })),
  { ...numeric('touches', 'Touches', ({ touches }) => <Count value={touches} />), ...extra },
  ...figures.map((figure): Column<CampaignShape> => ({
    ...numeric(`${figure}Cost`, `Cost each, ${figureLabels[figure].toLowerCase()}`, (campaign) => (
      <Money amount={campaign.costPer[figure]} currency={campaign.currency ?? currency} isShort />
    )),
    width: 'w-36',
    ...extra,
  })),
]

/** Campaigns as a list, each with what it did. */
export function CampaignTable({
  campaigns,
  currency,
  chosen,
  sort,
  empty,
}: {
  campaigns: CampaignShape[]
  currency: string
  /** `?columns=` of the address. */
  chosen?: string
  sort: { current: string; hrefOf: (sortKey: string) => string }
  empty: ReactNode
}) {
  return (
    <DataTable
      caption="Campaigns"
      columns={chooseColumns(campaignColumns(currency), chosen)}
      isWide={chosen !== undefined}
      rows={campaigns}
      rowKey={({ id }) => id}
      pick={{ name: 'campaign', label: ({ name }) => name }}
      rowHref={({ id }) => `/campaigns/${id}`}
      sort={sort}
      empty={empty}
    />
  )
}
